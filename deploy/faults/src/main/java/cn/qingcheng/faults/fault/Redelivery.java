package cn.qingcheng.faults.fault;

import cn.qingcheng.checker.source.Consumers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the latest records of a topic on it once more, byte for byte, as a relay does that was killed before it could note
 * what it had sent: in the order of each key, and in any order between keys.
 */
final class Redelivery implements Injection {
    private static final long RECORDS_PER_PARTITION = 50;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);

    private final Broker broker;

    Redelivery(Broker broker) {
        this.broker = broker;
    }

    @Override
    public String inflict(Fault fault, Ending ending) throws Exception {
        Random random = fault.random();
        List<String> consumers = Consumers.names();
        String topic = Roster.one(Consumers.topicsOf(Roster.one(consumers, random)), random);
        List<ConsumerRecord<byte[], byte[]>> latest = latest(topic);
        send(shuffled(latest, random));
        return "sent the latest " + latest.size() + " records of " + topic + " again";
    }

    private List<ConsumerRecord<byte[], byte[]>> latest(String topic) {
        List<ConsumerRecord<byte[], byte[]>> latest = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = broker.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(
                    partition, Math.max(begins.getOrDefault(partition, 0L), end - RECORDS_PER_PARTITION)));
            long deadline = System.nanoTime() + READ_WITHIN.toNanos();
            while (!isRead(consumer, ends) && System.nanoTime() < deadline) {
                consumer.poll(POLL).forEach(latest::add);
            }
        }
        return latest;
    }

    private static boolean isRead(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Takes the next record of a key drawn at random, until none is left. */
    static List<ConsumerRecord<byte[], byte[]>> shuffled(
            Collection<ConsumerRecord<byte[], byte[]>> records, Random random) {
        Map<ByteBuffer, Deque<ConsumerRecord<byte[], byte[]>>> byKey = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] key = Objects.requireNonNullElse(record.key(), new byte[0]);
            byKey.computeIfAbsent(ByteBuffer.wrap(key), any -> new ArrayDeque<>())
                    .add(record);
        }
        List<Deque<ConsumerRecord<byte[], byte[]>>> queues = new ArrayList<>(byKey.values());
        List<ConsumerRecord<byte[], byte[]>> shuffled = new ArrayList<>();
        while (!queues.isEmpty()) {
            Deque<ConsumerRecord<byte[], byte[]>> queue = Roster.one(queues, random);
            shuffled.add(queue.remove());
            if (queue.isEmpty()) {
                queues.remove(queue);
            }
        }
        return shuffled;
    }

    private void send(List<ConsumerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }
}
