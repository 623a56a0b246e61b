package cn.qingcheng.kit.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends outbox rows as CloudEvents. At most one event per key is in flight: only when the broker has it does the next of
 * that key follow, so no failure can turn their order round.
 */
final class EventSender implements AutoCloseable {
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private final URI source;
    private final Producer<String, byte[]> producer;

    /** What became of a batch; rows in neither collection wait for the next one. */
    record Outcome(List<Long> sent, Map<Long, String> refused, List<Exception> troubles) {
        boolean isComplete() {
            return troubles.isEmpty();
        }
    }

    private record Flight(OutboxMessage message, Future<RecordMetadata> answer) {}

    EventSender(Map<String, Object> kafka, String serviceName) {
        this.source = URI.create(serviceName);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    Outcome send(List<OutboxMessage> messages) {
        Map<String, Deque<OutboxMessage>> byKey = new LinkedHashMap<>();
        for (OutboxMessage message : messages) {
            byKey.computeIfAbsent(message.orderedBy(), key -> new ArrayDeque<>())
                    .add(message);
        }
        Outcome outcome = new Outcome(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        while (!byKey.isEmpty() && outcome.isComplete()) {
            sendFirstOfEachKey(byKey, outcome);
        }
        return outcome;
    }

    private void sendFirstOfEachKey(Map<String, Deque<OutboxMessage>> byKey, Outcome outcome) {
        List<Flight> wave = new ArrayList<>();
        Iterator<Deque<OutboxMessage>> queues = byKey.values().iterator();
        while (queues.hasNext() && outcome.isComplete()) {
            Deque<OutboxMessage> queue = queues.next();
            OutboxMessage message = queue.remove();
            try {
                wave.add(new Flight(message, producer.send(record(message))));
            } catch (RuntimeException e) {
                sort(message, e, outcome);
            }
            if (queue.isEmpty()) {
                queues.remove();
            }
        }
        producer.flush();
        for (Flight flight : wave) {
            try {
                flight.answer().get();
                outcome.sent().add(flight.message().position());
            } catch (ExecutionException e) {
                sort(flight.message(), e.getCause() instanceof Exception cause ? cause : e, outcome);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome.troubles().add(e);
            }
        }
    }

    /** The row's own fault parks it; anything else is the broker's or the network's, and the row waits. */
    private static void sort(OutboxMessage message, Exception failure, Outcome outcome) {
        boolean rowsFault = failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof SerializationException
                || failure instanceof IllegalArgumentException;
        if (rowsFault) {
            outcome.refused().put(message.position(), failure.getClass().getSimpleName() + ": " + failure.getMessage());
        } else {
            outcome.troubles().add(failure);
        }
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
        producer.close(java.time.Duration.ofMillis(REQUEST_TIMEOUT_MILLIS));
    }
}
