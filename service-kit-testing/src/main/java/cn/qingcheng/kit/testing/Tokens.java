package cn.qingcheng.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Bearer tokens as Keycloak gives them, signed with a key that the application under test trusts. */
public final class Tokens {
    private Tokens() {}

    /** A person's token: {@code Authorization: Bearer } plus this. */
    public static String of(String account, String... roles) {
        return sign(claims(account, roles));
    }

    /** The token of a university's client, with role {@code university}. */
    public static String university(String code, String... furtherRoles) {
        return sign(
                claims("university-" + code, with("university", furtherRoles)).claim("university", code));
    }

    /** The token of an employer's client, with role {@code employer}. */
    public static String employer(String creditCode, String... furtherRoles) {
        return sign(
                claims("employer-" + creditCode, with("employer", furtherRoles)).claim("employer", creditCode));
    }

    /** A token nobody accepts any more. */
    public static String expired(String account, String... roles) {
        return sign(claims(account, roles).expiresAt(1));
    }

    private static JwtClaimsBuilder claims(String account, String... roles) {
        return Jwt.claims()
                .issuer(CityInfrastructure.ISSUER)
                .audience(CityInfrastructure.AUDIENCE)
                .subject(account)
                .preferredUserName(account)
                .groups(Set.of(roles))
                .claim("typ", "Bearer")
                .expiresIn(Duration.ofHours(1));
    }

    private static String[] with(String role, String... further) {
        String[] all = java.util.Arrays.copyOf(further, further.length + 1);
        all[further.length] = role;
        return all;
    }

    private static String sign(JwtClaimsBuilder claims) {
        String encoded = System.getProperty(CityServers.PREFIX + "token.key");
        if (encoded == null) {
            throw new IllegalStateException("tokens need @QuarkusTestResource(CityInfrastructure.class)");
        }
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            return claims.jws().keyId(CityServers.KEY_ID).sign(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for test tokens is broken", e);
        }
    }
}
