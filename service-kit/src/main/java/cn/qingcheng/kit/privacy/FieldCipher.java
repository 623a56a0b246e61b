package cn.qingcheng.kit.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Encryption of single fields with AES-256-GCM. The stored form is one byte with the length of the key id, the key id,
 * then nonce (12 bytes), ciphertext and tag (16 bytes). What the value is bound to (its row and field) is authenticated,
 * so that a ciphertext copied into another row does not decrypt.
 */
@Singleton
public class FieldCipher {
    private final Map<String, Aead> ciphers = new LinkedHashMap<>();
    private final String currentKey;

    @Inject
    public FieldCipher(PrivacyKeys keys) {
        try {
            for (Map.Entry<String, byte[]> key : keys.fieldKeys().entrySet()) {
                ciphers.put(key.getKey(), new AesGcmJce(key.getValue()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("QINGCHENG_PRIVACY_KEYS holds a key that AES-GCM refuses", e);
        }
        this.currentKey = ciphers.keySet().iterator().next();
    }

    /**
     * Encrypts under the current key.
     *
     * @param boundTo what the value belongs to, such as {@code talent/<id>/idNumber}; the same is needed to decrypt
     */
    public byte[] encrypt(String plain, String boundTo) {
        byte[] id = currentKey.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] sealed =
                    cipher(currentKey).encrypt(plain.getBytes(StandardCharsets.UTF_8), associated(currentKey, boundTo));
            byte[] stored = new byte[1 + id.length + sealed.length];
            stored[0] = (byte) id.length;
            System.arraycopy(id, 0, stored, 1, id.length);
            System.arraycopy(sealed, 0, stored, 1 + id.length, sealed.length);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    /**
     * Decrypts what any of the known keys encrypted.
     *
     * @throws UnreadableField when the key is unknown, the bytes were changed, or they belong to another row
     */
    public String decrypt(byte[] stored, String boundTo) {
        int idLength = stored.length == 0 ? 0 : stored[0];
        if (idLength < 1 || stored.length < 1 + idLength) {
            throw new UnreadableField("no encrypted field");
        }
        String key = new String(stored, 1, idLength, StandardCharsets.US_ASCII);
        byte[] sealed = new byte[stored.length - 1 - idLength];
        System.arraycopy(stored, 1 + idLength, sealed, 0, sealed.length);
        try {
            return new String(cipher(key).decrypt(sealed, associated(key, boundTo)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnreadableField("changed, or bound to something else than " + boundTo, e);
        }
    }

    private Aead cipher(String key) {
        Aead cipher = ciphers.get(key);
        if (cipher == null) {
            throw new UnreadableField("encrypted with a key that is not configured");
        }
        return cipher;
    }

    private static byte[] associated(String key, String boundTo) {
        return (key + "/" + boundTo).getBytes(StandardCharsets.UTF_8);
    }
}
