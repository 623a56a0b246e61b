package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads a topic from its beginning and waits for what a test expects there. Since tests of one JVM share the broker,
 * look for ids of your own, not for counts. To be closed.
 */
public final class EventCatcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final Consumer<String, byte[]> consumer;
    private final List<CaughtEvent> caught = new ArrayList<>();

    private EventCatcher(String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "metadata.max.age.ms", "200"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Catches the events of a topic; it may not exist yet. */
    public static EventCatcher of(String topic) {
        return new EventCatcher(topic);
    }

    /** Waits for an event of the type about the key. */
    public CaughtEvent await(String type, String key) {
        return await(
                type + " of " + key,
                event -> event.type().equals(type) && event.key().equals(key));
    }

    /** Waits for the first event that fits; fails after 20 s, telling what came instead. */
    public CaughtEvent await(String expected, Predicate<CaughtEvent> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            for (CaughtEvent event : caught) {
                if (fits.test(event)) {
                    return event;
                }
            }
            poll();
        } while (System.nanoTime() < end);
        throw new AssertionError("expected on " + topic + ": " + expected + "; came: " + lastOnes());
    }

    /** Waits until as many events as asked fit, and gives all that fit, by partition in their order. */
    public List<CaughtEvent> awaitAll(int count, Predicate<CaughtEvent> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<CaughtEvent> fitting = caught.stream().filter(fits).toList();
        while (fitting.size() < count && System.nanoTime() < end) {
            poll();
            fitting = caught.stream().filter(fits).toList();
        }
        if (fitting.size() < count) {
            throw new AssertionError("expected " + count + " events on " + topic + ", came: " + fitting);
        }
        return fitting;
    }

    /** What fits among all that is in the topic now. */
    public List<CaughtEvent> now(Predicate<CaughtEvent> fits) {
        assign();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            poll();
            if (System.nanoTime() > end) {
                throw new AssertionError("the topic " + topic + " cannot be read to its end");
            }
        }
        return caught.stream().filter(fits).toList();
    }

    private String lastOnes() {
        int size = caught.size();
        return size + " events, the last " + caught.subList(Math.max(0, size - 10), size);
    }

    private void poll() {
        if (!assign()) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            return;
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            caught.add(event(record));
        }
    }

    /** Whether there is a topic to read; partitions are taken as they appear. */
    private boolean assign() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return !consumer.assignment().isEmpty();
    }

    private static CaughtEvent event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new CaughtEvent(
                headers.getOrDefault("ce_id", ""),
                headers.getOrDefault("ce_type", ""),
                record.key() == null ? "" : record.key(),
                json(record.value()),
                headers,
                record.partition(),
                record.offset());
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(new String(value, StandardCharsets.UTF_8));
        }
    }

    static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
