package cn.qingcheng.stack;

import cn.qingcheng.stack.Browser.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's own machine: it has a pair of keys and asks for tokens with its signature (RFC 7523). */
final class PartnerMachine {
    static final String KEY_ID = "key-of-the-partner";
    private static final int LIFE_SECONDS = 30;

    private final KeyPair pair;
    private final String client;

    PartnerMachine(String client) {
        this(client, pair(2_048));
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

    /** What it publishes (RFC 7517). */
    String keySet() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
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
        return assertion(Map.of("alg", "RS256"));
    }

    String publishedAssertion() {
        return assertion(Map.of("alg", "RS256", "kid", KEY_ID));
    }

    private String assertion(Map<String, String> head) {
        try {
            String signed = unsigned(head);
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
            String signed = unsigned(Map.of("alg", "HS256"));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned(Map<String, String> head) {
        long now = Instant.now().getEpochSecond();
        return base64(json(head)) + "."
                + base64("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(client, client, RealmUnderTest.issuer(), UUID.randomUUID(), now, now + LIFE_SECONDS)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] json(Map<String, String> head) {
        return new ObjectMapper().valueToTree(head).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
