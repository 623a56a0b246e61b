package cn.qingcheng.gateway;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Tokens as the issuer signs them, or nearly so. */
public final class TestTokens {

    private TestTokens() {}

    public static String good(String... roles) {
        return signed("first", claims -> claims.setStringListClaim("groups", List.of(roles)));
    }

    /** A good token, its claims then changed. */
    public static String signed(String keyId, Consumer<JwtClaims> spoil) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(spoil).toJson());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(privateKey(keyId.equals("first") ? "first" : "second"));
        return serialized(signature);
    }

    /** Signed with the wrong private key under the right key's id. */
    public static String forged() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims(claims -> {}).toJson());
        signature.setKeyIdHeaderValue("first");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(privateKey("second"));
        return serialized(signature);
    }

    /** Not signed at all: {@code "alg": "none"}. */
    public static String unsigned() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String head = encoder.encodeToString(
                "{\"alg\":\"none\",\"kid\":\"first\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String payload =
                encoder.encodeToString(claims(claims -> {}).toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return head + "." + payload + ".";
    }

    private static JwtClaims claims(Consumer<JwtClaims> spoil) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ConfigProvider.getConfig().getValue("qingcheng.issuer", String.class));
        claims.setAudience("qingcheng-api");
        claims.setSubject("3f6c3f6e-9f64-4f0e-8a66-5b6c2e0b1f00");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        spoil.accept(claims);
        return claims;
    }

    private static Key privateKey(String name) {
        String encoded = ConfigProvider.getConfig().getValue("test.key." + name, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
