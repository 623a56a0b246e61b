package cn.qingcheng.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Messages a consumer gave up, each as it came with the reason in headers, kept for ever on {@code <consumer>.dlq}. */
@Singleton
class DeadLetters {
    static final String SUFFIX = ".dlq";
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 500;

    private final Map<String, Object> kafka;
    private final short replication;
    private final RetryPause pause;
    private final MeterRegistry meters;
    private @Nullable Producer<String, byte[]> producer;

    @Inject
    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "qingcheng.topic-replication", defaultValue = "1") short replication,
            RetryPause pause,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.replication = replication;
        this.pause = pause;
        this.meters = meters;
    }

    /** Returns when the broker has the message; tries as long as that takes, since nothing else keeps it. */
    synchronized void send(String consumer, ConsumerRecord<String, byte[]> message, Exception failure) {
        LOG.errorf(
                failure,
                "%s gives up the message at %s-%d:%d",
                consumer,
                message.topic(),
                message.partition(),
                message.offset());
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(consumer + SUFFIX, null, message.key(), message.value(), message.headers());
        header(letter, "dlq-reason", reason(failure));
        header(letter, "dlq-topic", message.topic());
        header(letter, "dlq-partition", Integer.toString(message.partition()));
        header(letter, "dlq-offset", Long.toString(message.offset()));
        for (int attempt = 1; !isSent(letter); attempt++) {
            pause.beforeNextTryAfter(attempt);
        }
        meters.counter("qingcheng.inbox.dead.letters", "consumer", consumer).increment();
    }

    private boolean isSent(ProducerRecord<String, byte[]> letter) {
        try {
            makeTopic(letter.topic());
            producer().send(letter).get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf(e, "the dead letter for %s waits", letter.topic());
            close();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the event will come again", e);
        }
    }

    private void makeTopic(String topic) throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(topic, Optional.of(1), Optional.of(replication))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            KafkaFuture<Void> made = admin.createTopics(List.of(wanted)).all();
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> present = producer;
        if (present == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
            present = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = present;
        }
        return present;
    }

    /** The first line only: what follows in a message of PostgreSQL may quote values. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !root.getCause().equals(root)) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage();
        String line = message.lines().findFirst().orElse("");
        String reason = root.getClass().getSimpleName() + ": " + line;
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    private void close() {
        Producer<String, byte[]> present = producer;
        producer = null;
        if (present != null) {
            present.close(java.time.Duration.ofSeconds(5));
        }
    }
}
