package cn.qingcheng.gateway;

import cn.qingcheng.kit.testing.ForgedTokens;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
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

    /** By what is wrong with them; see {@link ForgedTokens}. */
    public static Map<String, String> forged(String lure) {
        Config config = ConfigProvider.getConfig();
        return ForgedTokens.of(
                new ForgedTokens.Issuer(
                        config.getValue("qingcheng.issuer", String.class), "first", privateKey("first")),
                "talent",
                lure);
    }

    private static JwtClaims claims(Consumer<JwtClaims> spoil) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ConfigProvider.getConfig().getValue("qingcheng.issuer", String.class));
        claims.setAudience("qingcheng-api");
        claims.setStringClaim("typ", "Bearer");
        claims.setSubject("3f6c3f6e-9f64-4f0e-8a66-5b6c2e0b1f00");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        spoil.accept(claims);
        return claims;
    }

    private static RSAPrivateCrtKey privateKey(String name) {
        return ForgedTokens.Issuer.privateKey(ConfigProvider.getConfig().getValue("test.key." + name, String.class));
    }

    private static String serialized(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
