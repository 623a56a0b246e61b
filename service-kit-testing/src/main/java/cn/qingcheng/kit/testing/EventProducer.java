package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as another service would. To be closed. */
public final class EventProducer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 6;

    private final String source;
    private final KafkaProducer<String, byte[]> producer;

    private EventProducer(String source) {
        this.source = source;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", EventCatcher.bootstrapServers(), "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Events come from this service, such as {@code talent-service}. */
    public static EventProducer of(String service) {
        return new EventProducer(service);
    }

    /** Makes the topic when it is missing, as its owner would at start. */
    public static void createTopic(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) EventCatcher.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("no topic " + topic, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends a new event and waits until the broker has it; data are a JSON text, a map or a record of plain values. */
    public UUID send(String topic, String type, String key, Object data) {
        UUID id = UUID.randomUUID();
        send(id, TestClock.START, topic, type, key, data);
        return id;
    }

    /** As above with an id and a time of the caller's choice, for repeated and late delivery. */
    public void send(UUID id, Instant time, String topic, String type, String key, Object data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, json(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        source,
                        "ce_subject",
                        key,
                        "ce_time",
                        time.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sendRaw(record);
    }

    /** Sends anything at all, for messages that are no events. */
    public void sendRaw(ProducerRecord<String, byte[]> record) {
        createTopic(record.topic());
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static byte[] json(Object data) {
        try {
            return data instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("data is no JSON", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
