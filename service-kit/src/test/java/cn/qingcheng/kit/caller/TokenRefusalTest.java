package cn.qingcheng.kit.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service proves each token itself, whoever passed it on. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TokenRefusalTest {
    /** A second in the year 2096. */
    private static final long FAR_OFF = 4_000_000_000L;

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class);
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(issuer())
                .audience("qingcheng-api")
                .subject("mallory")
                .preferredUserName("mallory")
                .groups(Set.of("talent"))
                .expiresIn(Duration.ofHours(1));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(realKey());
    }

    private static PrivateKey realKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty("qingcheng.test.token.key"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey anotherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key everybody can read, taken as the secret of a symmetric signature. */
    private static String signedWithThePublicKey() {
        String location = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
        try {
            byte[] published = Files.readAllBytes(Path.of(URI.create(location)));
            return claims().jws()
                    .keyId("test")
                    .algorithm(SignatureAlgorithm.HS256)
                    .sign(new SecretKeySpec(published, "HmacSHA256"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unsigned() {
        String payload = signed(claims()).split("\\.", -1)[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"test\"}".getBytes(StandardCharsets.US_ASCII));
        return header + "." + payload + ".";
    }

    private static String promoted() {
        String[] parts = signed(claims()).split("\\.", -1);
        String officer = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"talent\"", "\"auditor\"");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(officer.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    private static String cut() {
        String token = signed(claims());
        return token.substring(0, token.length() - 12);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("unsigned", unsigned()),
                Arguments.of("signed with the public key as a secret", signedWithThePublicKey()),
                Arguments.of(
                        "signed by another key", claims().jws().keyId("test").sign(anotherKey())),
                Arguments.of(
                        "with a key id that leads into the file system",
                        claims().jws().keyId("../../../../dev/null").sign(anotherKey())),
                Arguments.of(
                        "with a key of its own in its head",
                        claims().jws()
                                .keyId("test")
                                .header("jku", "http://127.0.0.1:1/keys")
                                .sign(anotherKey())),
                Arguments.of("with another content than was signed", promoted()),
                Arguments.of("cut off", cut()),
                Arguments.of("of another realm", signed(claims().issuer(issuer() + "2"))),
                Arguments.of("for another audience", signed(claims().audience("account"))),
                Arguments.of("expired", Tokens.expired("mallory", "talent")),
                Arguments.of("no longer than this sentence", "a.b.c"),
                Arguments.of(
                        "not yet valid", signed(claims().claim("nbf", FAR_OFF).expiresAt(FAR_OFF + 3600))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadTokenIsNobodys(String what, String token) {
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"title\": \"mine\", \"pages\": 1, \"kind\": \"DIARY\"}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .body(not(containsString(token)));
    }

    @Test
    void theSameTokenRightlyMadeIsTaken() {
        given().header("Authorization", "Bearer " + signed(claims()))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void whatAHeaderSaysOfTheCallerIsNotBelieved() {
        given().header("X-Forwarded-User", "auditor")
                .header("X-User-Roles", "talent")
                .header("X-Auth-Subject", "mallory")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(401);
    }
}
