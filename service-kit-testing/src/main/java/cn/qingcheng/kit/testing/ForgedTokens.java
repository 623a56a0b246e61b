package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens that must open nothing: each differs from a good one in what somebody might forget to look at. */
public final class ForgedTokens {
    private static final int LIFE_SECONDS = 3_600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair FORGERS = forgersKeys();

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Issuer issuer;
    private final String role;

    /**
     * Whose tokens are forged.
     *
     * @param address what it calls itself in {@code iss}
     * @param keyId of the key it signs with
     */
    public record Issuer(String address, String keyId, RSAPrivateCrtKey key) {
        /** The issuer that the application under test believes by {@link CityInfrastructure}. */
        static Issuer ofTheCity() {
            return new Issuer(
                    CityInfrastructure.ISSUER,
                    CityServers.KEY_ID,
                    privateKey(System.getProperty(CityServers.PREFIX + "token.key")));
        }

        /** A private key as tests pass it on: PKCS 8 in Base64. */
        public static RSAPrivateCrtKey privateKey(String encoded) {
            try {
                return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private RSAPublicKey published() {
            try {
                return (RSAPublicKey) KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ForgedTokens(Issuer issuer, String role) {
        this.issuer = issuer;
        this.role = role;
    }

    /** As {@link #of(Issuer, String, String)}, of the issuer of {@link CityInfrastructure}. */
    public static Map<String, String> of(String role, String lure) {
        return of(Issuer.ofTheCity(), role, lure);
    }

    /**
     * By what is wrong with them.
     *
     * @param role that all of them claim to have
     * @param lure address under which some of them say that their key is found; nobody may ever ask there
     */
    public static Map<String, String> of(Issuer issuer, String role, String lure) {
        ForgedTokens forged = new ForgedTokens(issuer, role);
        forged.withoutSignature();
        forged.withThePublicKeyAsSecret();
        forged.withAKeyOfTheForgers(lure);
        forged.changedAfterSigning();
        forged.forOthersOrOtherTimes();
        forged.ofOtherKinds();
        return forged.tokens;
    }

    /** The good one that all of them were made from. */
    public static String good(String role) {
        ForgedTokens maker = new ForgedTokens(Issuer.ofTheCity(), role);
        return signed(maker.head("RS256"), maker.claims(), maker.issuer.key());
    }

    private void withoutSignature() {
        for (String none : new String[] {"none", "None", "NONE"}) {
            tokens.put("unsigned, algorithm " + none, encoded(head(none)) + "." + encoded(claims()) + ".");
        }
        tokens.put("without its signature", encoded(head("RS256")) + "." + encoded(claims()) + ".");
    }

    private void withThePublicKeyAsSecret() {
        RSAPublicKey published = issuer.published();
        tokens.put(
                "signed with the published keys as secret",
                signed(head("HS256"), claims(), CityServers.keySet(published).getBytes(StandardCharsets.US_ASCII)));
        tokens.put("signed with the public key as secret", signed(head("HS256"), claims(), published.getEncoded()));
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(published.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        tokens.put(
                "signed with the public key in PEM as secret",
                signed(head("HS256"), claims(), pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private void withAKeyOfTheForgers(String lure) {
        tokens.put("signed by another key", signed(head("RS256"), claims(), FORGERS.getPrivate()));
        tokens.put(
                "signed with nothing, its key id a path",
                signed(head("HS256").put("kid", "../../../../../../dev/null"), claims(), new byte[1]));
        for (String id : new String[] {
            "../../../../../../dev/null", "' union select 'key' --", "x' or '1'='1", lure, "file:///etc/passwd", ""
        }) {
            ObjectNode head = head("RS256").put("kid", id);
            tokens.put("with the key id \"" + id + "\"", signed(head, claims(), FORGERS.getPrivate()));
        }
        tokens.put(
                "of the issuer's key under an unknown id",
                signed(head("RS256").put("kid", issuer.keyId() + "/../" + issuer.keyId()), claims(), issuer.key()));
        for (String pointer : new String[] {"jku", "x5u"}) {
            tokens.put(
                    "with its key at a " + pointer,
                    signed(head("RS256").put(pointer, lure), claims(), FORGERS.getPrivate()));
        }
        ObjectNode own = head("RS256")
                .set(
                        "jwk",
                        parsed(CityServers.keySet((RSAPublicKey) FORGERS.getPublic()))
                                .at("/keys/0"));
        tokens.put("with its key in its head", signed(own, claims(), FORGERS.getPrivate()));
        ObjectNode critical = head("RS256").put("must-know", true);
        critical.putArray("crit").add("must-know");
        tokens.put("with a head that must be understood and is not", signed(critical, claims(), issuer.key()));
    }

    private void changedAfterSigning() {
        String good = signed(head("RS256"), claims(), issuer.key());
        String[] parts = good.split("\\.", -1);
        tokens.put(
                "with another content than was signed",
                parts[0] + "." + encoded(claims().put("sub", "x")) + "." + parts[2]);
        tokens.put("cut off", good.substring(0, good.length() - 12));
        tokens.put(
                "with a letter more", good.substring(0, parts[0].length()) + "A" + good.substring(parts[0].length()));
    }

    private void forOthersOrOtherTimes() {
        long now = Instant.now().getEpochSecond();
        spoilt("of another realm", claims -> claims.put("iss", issuer.address() + "2"));
        spoilt(
                "of the realm master",
                claims -> claims.put("iss", issuer.address().replaceFirst("[^/]+$", "master")));
        spoilt("of no realm", claims -> claims.remove("iss"));
        spoilt("for another audience", claims -> claims.put("aud", "account"));
        spoilt("for no audience", claims -> claims.remove("aud"));
        spoilt("expired", claims -> claims.put("iat", now - 600).put("exp", now - 120));
        spoilt("without end", claims -> claims.remove("exp"));
        spoilt("not yet valid", claims -> claims.put("nbf", now + 120));
    }

    /** What else the issuer signs with the same key, with all that an access token needs but the word that it is one. */
    private void ofOtherKinds() {
        for (String kind : new String[] {"ID", "Refresh", "Offline", "Logout", "bearer"}) {
            spoilt("of the kind " + kind, claims -> claims.put("typ", kind));
        }
        spoilt("of no kind", claims -> claims.remove("typ"));
    }

    private void spoilt(String what, Consumer<ObjectNode> spoil) {
        ObjectNode claims = claims();
        spoil.accept(claims);
        tokens.put(what, signed(head("RS256"), claims, issuer.key()));
    }

    private ObjectNode head(String algorithm) {
        return JSON.createObjectNode().put("typ", "JWT").put("alg", algorithm).put("kid", issuer.keyId());
    }

    private ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", issuer.address())
                .put("aud", CityInfrastructure.AUDIENCE)
                .put("typ", "Bearer")
                .put("sub", "mallory")
                .put("preferred_username", "mallory")
                .put("university", "90001")
                .put("employer", "91150102MA0TE5T084")
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS);
        claims.putArray("groups").add(role);
        return claims;
    }

    private static String signed(ObjectNode head, ObjectNode claims, PrivateKey key) {
        try {
            String content = encoded(head) + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(ObjectNode head, ObjectNode claims, byte[] secret) {
        try {
            String content = encoded(head) + "." + encoded(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(JsonNode json) {
        return base64(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair forgersKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
