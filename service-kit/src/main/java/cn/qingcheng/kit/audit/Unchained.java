package cn.qingcheng.kit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record says, before it has its place in the chain. */
record Unchained(
        Instant occurredAt,
        String actor,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason,
        @Nullable String correlationId) {

    /**
     * SHA-256 over the hash before, the position, and each field as UTF-8 with its length in front (-1 for none), so
     * that no two records have the same bytes.
     */
    byte[] hash(long position, byte[] previousHash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(previousHash);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
        for (String field : new @Nullable String[] {
            occurredAt.toString(), actor, action, objectType, objectId, reason, correlationId
        }) {
            byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(field == null ? -1 : text.length)
                    .array());
            bytes.writeBytes(text);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
