package cn.qingcheng.kit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision or one read of sensitive data.
 *
 * @param position place in the chain, from 1 without gaps
 * @param actor account that did it, or {@code system}
 */
public record AuditRecord(
        long position,
        Instant occurredAt,
        String actor,
        String action,
        String objectType,
        String objectId,
        @Nullable String reason) {}
