package cn.qingcheng.stack;

import cn.qingcheng.stack.Browser.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's own machine: it has a pair of keys and asks for tokens with its signature (RFC 7523). */
final class PartnerMachine {
    private static final int LIFE_SECONDS = 30;

    private final KeyPair pair;
    private final String client;

    PartnerMachine(String client) {
        this(client, pair(3_072));
    }

    PartnerMachine(String client, KeyPair pair) {
        this.client = client;
        this.pair = pair;
    }

    static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it sends to the city by letter. */
    Path publicKey(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve(UUID.randomUUID() + ".pem"),
                pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    Answer askForToken() {
        return present(assertion());
    }

    Answer present(String assertion) {
        return Browser.post(
                RealmUnderTest.issuer() + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion));
    }

    String assertion() {
        try {
            String signed = unsigned("RS256");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its public key, which is no secret, taken for one. */
    String assertionSignedWithThePublicKey() {
        try {
            String signed = unsigned("HS256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned(String algorithm) {
        long now = Instant.now().getEpochSecond();
        return base64("{\"alg\":\"%s\"}".formatted(algorithm).getBytes(StandardCharsets.US_ASCII)) + "."
                + base64("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(client, client, RealmUnderTest.issuer(), UUID.randomUUID(), now, now + LIFE_SECONDS)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
