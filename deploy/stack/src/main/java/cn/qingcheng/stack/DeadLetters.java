package cn.qingcheng.stack;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reads the topics {@code <consumer>.dlq} and puts letters back. Which were is kept on a compacted topic of its own, so
 * that a topic of dead letters holds what its consumer gave up and nothing else.
 */
final class DeadLetters implements AutoCloseable {
    static final String MARKS = "dead-letters.replayed";

    /** Tells every consumer of the topic but this one to leave the message alone; see the kit's Inbox. */
    static final String REPLAY_FOR = "replay-for";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Clock clock;
    private final String address;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;

    DeadLetters(String address, Clock clock) {
        this.clock = clock;
        this.address = address;
        int patience = (int) PATIENCE.toMillis();
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", address, "default.api.timeout.ms", patience, "request.timeout.ms", patience / 2));
        this.reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "default.api.timeout.ms", patience, "max.poll.records", 1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Every consumer that has given something up. */
    List<String> consumers() {
        return new TreeSet<>(await(admin.listTopics().names()))
                .stream()
                        .filter(topic -> topic.endsWith(DeadLetter.SUFFIX))
                        .map(topic -> topic.substring(0, topic.length() - DeadLetter.SUFFIX.length()))
                        .toList();
    }

    /** The letters of a consumer, each once: one that it gave up, died and gave up again is one letter. */
    List<DeadLetter> of(String consumer) {
        Map<String, Instant> marks = new HashMap<>();
        read(MARKS, mark -> marks.put(text(mark.key()), Instant.parse(text(mark.value()))));
        Map<String, DeadLetter> byOrigin = new LinkedHashMap<>();
        read(consumer + DeadLetter.SUFFIX, record -> {
            DeadLetter letter = DeadLetter.of(record);
            Instant replayed = marks.get(letter.mark());
            byOrigin.putIfAbsent(letter.origin(), replayed == null ? letter : letter.replayedAt(replayed));
        });
        return List.copyOf(byOrigin.values());
    }

    /** The whole message, as it came. */
    ConsumerRecord<byte[], byte[]> message(DeadLetter letter) {
        TopicPartition topic = new TopicPartition(letter.consumer() + DeadLetter.SUFFIX, 0);
        reader.assign(List.of(topic));
        reader.seek(topic, letter.number());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (record.offset() == letter.number()) {
                    return record;
                }
            }
        }
        throw new StackFailure("Letter " + letter.number() + " of " + letter.consumer() + " cannot be read.");
    }

    /**
     * Puts the letters back where they came from, for their consumer alone, and marks each once the broker has it. Who
     * is stopped between the two repeats a letter; the inbox gives its event no second effect.
     */
    void replay(Collection<DeadLetter> letters) {
        makeMarks();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "acks", "all", "max.block.ms", PATIENCE.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (DeadLetter letter : letters) {
                await(() -> producer.send(back(letter)).get());
                byte[] now = clock.instant().toString().getBytes(StandardCharsets.UTF_8);
                await(() -> producer.send(new ProducerRecord<>(MARKS, bytes(letter.mark()), now))
                        .get());
            }
        }
    }

    private ProducerRecord<byte[], byte[]> back(DeadLetter letter) {
        if (letter.topic().isEmpty()) {
            throw new StackFailure("Letter " + letter.number() + " of " + letter.consumer()
                    + " does not say where it came from, so it cannot be put back.");
        }
        ConsumerRecord<byte[], byte[]> message = message(letter);
        // On a compacted topic an older state put back under its own key would push out the newer one.
        byte[] key = isCompacted(letter.topic()) ? bytes("replay/" + letter.mark()) : message.key();
        List<Header> headers = new ArrayList<>();
        for (Header header : message.headers()) {
            if (!header.key().startsWith(DeadLetter.HEADERS) && !header.key().equals(REPLAY_FOR)) {
                headers.add(header);
            }
        }
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(letter.topic(), letter.partition(), key, message.value(), headers);
        record.headers().add(REPLAY_FOR, bytes(letter.consumer()));
        return record;
    }

    private boolean isCompacted(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return await(admin.describeConfigs(List.of(resource)).all()).values().stream()
                .map(config -> config.get(TopicConfig.CLEANUP_POLICY_CONFIG))
                .anyMatch(policy -> policy != null && policy.value().contains(TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private void makeMarks() {
        NewTopic marks = new NewTopic(MARKS, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(marks)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw unreachable(e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (!await(admin.listTopics().names()).contains(topic)) {
            return;
        }
        TopicPartition only = new TopicPartition(topic, 0);
        reader.assign(List.of(only));
        reader.seekToBeginning(List.of(only));
        long last = reader.endOffsets(List.of(only)).getOrDefault(only, 0L);
        while (reader.position(only) < last) {
            reader.poll(POLL).forEach(each);
        }
    }

    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private <T> T await(KafkaFuture<T> future) {
        return await(future::get);
    }

    private <T> T await(Answer<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | KafkaException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private StackFailure unreachable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StackFailure("Kafka at " + address + " did not do as asked: " + cause.getMessage() + ".", e);
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted.", e);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
