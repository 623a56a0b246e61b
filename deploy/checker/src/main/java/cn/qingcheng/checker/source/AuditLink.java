package cn.qingcheng.checker.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of an audit chain, with the hash it must have. Not the kit's own code, so that the kit is held by another. */
public record AuditLink(
        long position,
        Instant occurredAt,
        String actor,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason,
        @Nullable String correlationId) {

    /**
     * SHA-256 over the hash before, the position as 8 bytes, and each field in UTF-8 with its length in 4 bytes before
     * it, which is -1 for none.
     */
    public byte[] hash(byte[] previousHash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(previousHash);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
        write(bytes, occurredAt.toString());
        write(bytes, actor);
        write(bytes, action);
        write(bytes, objectType);
        write(bytes, objectId);
        write(bytes, reason);
        write(bytes, correlationId);
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(ByteArrayOutputStream bytes, @Nullable String field) {
        byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : text.length)
                .array());
        bytes.writeBytes(text);
    }
}
