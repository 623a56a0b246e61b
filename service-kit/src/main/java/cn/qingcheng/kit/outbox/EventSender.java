package cn.qingcheng.kit.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends outbox rows as CloudEvents. At most one event per key is in flight: only when the broker has it does the next of
 * that key follow, so no failure can turn their order round.
 */
final class EventSender implements AutoCloseable {
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private final URI source;
    private final Producer<String, byte[]> producer;

    /**
     * What became of a batch; rows in neither of the first two wait for a later one.
     *
     * @param refused why the broker will never take a row, by its position
     * @param troubles what is the matter with a topic, by its name
     */
    record Outcome(List<Long> sent, Map<Long, String> refused, Map<String, Exception> troubles) {
        boolean isComplete() {
            return troubles.isEmpty();
        }

        /** Whether the producer itself is past saving: one that only waited for the broker keeps its place with it. */
        boolean needsNewSender() {
            return troubles.values().stream().anyMatch(trouble -> !(trouble instanceof RetriableException));
        }
    }

    EventSender(Map<String, Object> kafka, String serviceName) {
        this.source = URI.create(serviceName);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends a batch and waits until the last of it has landed.
     *
     * @param deadlineNanos of {@link System#nanoTime}; nothing is begun later, and what is begun ends within 15 s
     */
    Outcome send(List<OutboxMessage> messages, long deadlineNanos) {
        return Departure.of(messages, producer, this::record, deadlineNanos).untilAllLanded();
    }

    private ProducerRecord<String, byte[]> record(OutboxMessage message) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(message.eventId().toString())
                .withSource(source)
                .withType(message.type())
                .withSubject(message.key())
                .withTime(message.occurredAt())
                .withData("application/json", message.data().getBytes(StandardCharsets.UTF_8));
        if (message.traceparent() != null) {
            event.withExtension("traceparent", message.traceparent());
        }
        if (message.correlationId() != null) {
            event.withExtension("correlationid", message.correlationId());
        }
        CloudEvent built = event.build();
        return KafkaMessageFactory.<String>createWriter(message.topic(), null, null, message.key())
                .writeBinary(built);
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(REQUEST_TIMEOUT_MILLIS));
    }
}
