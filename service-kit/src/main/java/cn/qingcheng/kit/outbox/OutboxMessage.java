package cn.qingcheng.kit.outbox;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox that waits to be sent. */
record OutboxMessage(
        long position,
        UUID eventId,
        String topic,
        String key,
        String type,
        OffsetDateTime occurredAt,
        @Nullable String traceparent,
        @Nullable String correlationId,
        String data) {

    /** What must stay in order among themselves. */
    String orderedBy() {
        return topic + '\n' + key;
    }
}
