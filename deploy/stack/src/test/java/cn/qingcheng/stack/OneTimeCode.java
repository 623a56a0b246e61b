package cn.qingcheng.stack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an officer's telephone shows (RFC 6238). */
final class OneTimeCode {
    private static final int PERIOD_SECONDS = 30;

    private OneTimeCode() {}

    /** @param ahead 0 for the code of this half minute, 1 for that of the next */
    static String of(String secret, int ahead) {
        long period = Instant.now().getEpochSecond() / PERIOD_SECONDS + ahead;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            ByteBuffer digest = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array()));
            int offset = digest.get(digest.limit() - 1) & 0xf;
            return "%06d".formatted((digest.getInt(offset) & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
