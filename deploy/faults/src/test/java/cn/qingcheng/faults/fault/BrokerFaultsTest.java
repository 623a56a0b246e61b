package cn.qingcheng.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.kit.testing.CityServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that come as messages, on a real broker. */
class BrokerFaultsTest {
    private static final int PARTITIONS = 2;
    private static final List<String> KEYS = List.of("liu", "wang", "zhao");
    private static final int EACH = 5;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET = Stream.of(
                    "kafka", "org.apache.kafka", "io.zonky.test", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    @TempDir
    Path folder;

    private static Broker broker;

    @BeforeAll
    static void aBrokerWithEvents() throws Exception {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        broker = new Broker(CityServers.newCity().getOrDefault("kafka", ""));
        TreeSet<String> topics = new TreeSet<>();
        Consumers.names().forEach(consumer -> topics.addAll(Consumers.topicsOf(consumer)));
        try (Admin admin = broker.admin();
                KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.of((short) 1)))
                            .toList())
                    .all()
                    .get();
            for (String topic : topics) {
                for (int number = 1; number <= EACH; number++) {
                    for (String key : KEYS) {
                        ProducerRecord<byte[], byte[]> record =
                                new ProducerRecord<>(topic, bytes(key), bytes(key + number));
                        record.headers().add("ce_id", bytes(topic + key + number));
                        producer.send(record).get();
                    }
                }
            }
        }
    }

    @Test
    void redeliveredRecordsComeAsTheyWereAndInTheOrderOfTheirKeyOnly() throws Exception {
        Fault fault = new Fault(FaultKind.REDELIVER, Duration.ZERO, Duration.ZERO, 7);
        String what = new Redelivery(broker).inflict(fault, new Ending());
        String topic = what.replaceAll(".* of ", "").replaceAll(" again", "");

        List<ConsumerRecord<byte[], byte[]>> all = read(topic).stream()
                .filter(record -> KEYS.contains(text(record.key())))
                .toList();
        for (String key : KEYS) {
            List<String> values = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : all) {
                if (text(record.key()).equals(key)) {
                    values.add(text(record.value()));
                    assertThat(text(record.headers().lastHeader("ce_id").value()))
                            .isEqualTo(topic + text(record.value()));
                }
            }
            List<String> once = List.of(key + 1, key + 2, key + 3, key + 4, key + 5);
            assertThat(values).startsWith(once.toArray(String[]::new)).endsWith(once.toArray(String[]::new));
            assertThat(values).hasSize(2 * EACH);
        }
        assertThat(all.stream()
                        .skip(all.size() / 2)
                        .map(record -> text(record.value()))
                        .toList())
                .isNotEqualTo(all.stream()
                        .limit(all.size() / 2)
                        .map(record -> text(record.value()))
                        .toList());
    }

    @Test
    void consumersOfARewoundServiceBeginFurtherBack() throws Exception {
        TestPart service = new TestPart("platform-service-1");
        commitEverything("platform.payment", "subsidy.payment.v1");
        commitEverything("platform.retention", "talent.retention.v1");
        Map<TopicPartition, Long> before = committed("platform.payment");

        String what;
        try (Keeper keeper = new Keeper(List.of(service), line -> {})) {
            what = new Rewind(new Roster(List.of(service)), keeper, broker)
                    .inflict(new Fault(FaultKind.REWIND, Duration.ZERO, Duration.ZERO, 3), new Ending());
            keeper.startAll(Duration.ofSeconds(20));
        }

        assertThat(what)
                .startsWith("rewound the consumers of platform-service-1 by ")
                .doesNotContain(" 0 records");
        Map<TopicPartition, Long> after = committed("platform.payment");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(sum(after)).isLessThan(sum(before));
        assertThat(service.story()).containsExactly("stop", "start");
    }

    @Test
    void everyPoisonIsWrittenDownWithItsMark() throws Exception {
        Path journal = folder.resolve("traffic/poison.ndjson");
        Poison poison = new Poison(broker, journal);
        for (long seed = 1; seed <= 4; seed++) {
            poison.inflict(new Fault(FaultKind.POISON, Duration.ZERO, Duration.ZERO, seed), new Ending());
        }

        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
        for (String line : lines) {
            assertThat(line).matches("\\{\"topic\":\"[a-z.0-9]+\",\"marker\":\"[0-9a-f-]{36}\"}");
            String topic = line.split("\"", -1)[3];
            String marker = line.split("\"", -1)[7];
            assertThat(read(topic))
                    .filteredOn(record -> text(record.key()).equals(marker))
                    .hasSize(1);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = broker.consumer()) {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static void commitEverything(String group, String topic) throws Exception {
        try (Admin admin = broker.admin();
                KafkaConsumer<byte[], byte[]> consumer = broker.consumer()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            consumer.endOffsets(partitions(topic))
                    .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    private static Map<TopicPartition, Long> committed(String group) throws Exception {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try (Admin admin = broker.admin()) {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }
        return committed;
    }

    private static List<TopicPartition> partitions(String topic) {
        return List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
