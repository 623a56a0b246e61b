package cn.qingcheng.checker.source;

import cn.qingcheng.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands in Kafka, read from its first offset to where it ends when the reading begins. No group is joined. */
public final class EventLog implements AutoCloseable {
    private static final int ANSWER_WITHIN_MILLIS = 15_000;
    private static final int LONGEST_FETCH_MILLIS = 20;
    private static final Duration POLL = Duration.ofMillis(500);
    /** Polls without a record, while records are known to be there, until the broker is thought to be away. */
    private static final int EMPTY_POLLS = 60;

    private final String address;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public EventLog(String address) {
        this.address = address;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MILLIS));
        this.consumer = consumer(address);
    }

    /** Every topic there is, Kafka's own left out. */
    public Set<String> topics() {
        return new TreeSet<>(await(admin.listTopics().names()));
    }

    /** Hands over each record of the topics, in order within each partition; a topic that is not there has none. */
    public void each(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> firsts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        ends.entrySet().removeIf(end -> end.getValue() <= firsts.getOrDefault(end.getKey(), 0L));
        try {
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, firsts.getOrDefault(partition, 0L)));
            int emptyPolls = 0;
            while (!isRead(ends)) {
                int records = 0;
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    records++;
                    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                    if (message.offset() < ends.getOrDefault(partition, 0L)) {
                        taker.accept(message);
                    }
                }
                emptyPolls = records == 0 ? emptyPolls + 1 : 0;
                if (emptyPolls == EMPTY_POLLS) {
                    throw new StackFailure("Kafka at " + address + " gives no records, though it has some.");
                }
            }
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    /** Whether nothing of the topics has been deleted for its age, so that they tell of everything from the first day. */
    public boolean isWhole(Collection<String> topics) {
        return offsets(partitions(topics), OffsetSpec.earliest()).values().stream()
                .allMatch(first -> first == 0);
    }

    /** How many records of its topics a consumer has not yet had, as far as it has told Kafka. */
    public long lag(String group) {
        List<TopicPartition> partitions = partitions(Consumers.topicsOf(group));
        Map<TopicPartition, OffsetAndMetadata> had =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> firsts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .mapToLong(partition -> {
                    OffsetAndMetadata committed = had.get(partition);
                    long next = committed == null ? firsts.getOrDefault(partition, 0L) : committed.offset();
                    return Math.max(0, ends.getOrDefault(partition, 0L) - next);
                })
                .sum();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listOffsets(asked).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(topics).topicNameValues();
        List<TopicPartition> partitions = new ArrayList<>();
        asked.forEach((topic, answer) -> describe(answer)
                .forEach(description -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())))));
        return partitions;
    }

    private List<TopicDescription> describe(KafkaFuture<TopicDescription> answer) {
        try {
            return List.of(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw unreadable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String address) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "checker-" + UUID.randomUUID());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // A request that waits for more at the end of one topic would hold up the first of the next.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_FETCH_MILLIS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS - 1_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw unreadable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private StackFailure unreadable(Exception cause) {
        return new StackFailure("Kafka at " + address + " cannot be read: " + cause.getMessage() + ".", cause);
    }

    private static StackFailure interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted while reading Kafka.", cause);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(2));
    }
}
