package cn.qingcheng.kit.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed digest (HMAC-SHA256, RFC 2104) to find or compare an encrypted value exactly, without decrypting. The caller
 * hands in the canonical form, such as {@code ResidentId.toString()}.
 */
@Singleton
public class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    @Inject
    public BlindIndex(PrivacyKeys keys) {
        this.key = new SecretKeySpec(keys.indexKey(), ALGORITHM);
    }

    /** 32 bytes, the same for the same text under the same key. */
    public byte[] of(String canonical) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
