package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command on a real broker, with letters as the kit's inbox writes them. */
class DeadLettersTest {
    private static final String SECRET = "what the message says";
    private static KafkaClusterTestKit broker;

    /** Each test's consumer and topic are its own. */
    private final String consumer = "subsidy." + UUID.randomUUID();

    private final String topic = "talent." + UUID.randomUUID();
    private final String eventId = UUID.randomUUID().toString();
    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setBaseDirectory(Files.createTempDirectory("qingcheng-dead-letters"))
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        broker = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("auto.create.topics.enable", "false")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .build();
        broker.format();
        broker.startup();
        broker.waitForReadyBrokers();
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @BeforeEach
    void writeLetters() throws Exception {
        createTopic(topic, 6, "delete");
        createTopic(consumer + ".dlq", 1, "delete");
        write(eventId, "4", "17");
        write("", "2", "3");
    }

    @Test
    void listTellsAllAboutTheLettersButWhatTheySay() {
        assertThat(run("list", consumer)).isZero();

        assertThat(said.toString())
                .contains(consumer, "from " + topic + "-4:17, event " + eventId + ", type talent.facts: Broken: why")
                .contains("from " + topic + "-2:3, event -")
                .contains("2 dead letters.")
                .doesNotContain(SECRET);
    }

    @Test
    void listFindsEveryConsumersLetters() {
        assertThat(run("list")).isZero();

        assertThat(said.toString()).contains(consumer);
    }

    @Test
    void showTellsWhatOneLetterSays() {
        assertThat(run("show", consumer, "0")).isZero();

        assertThat(said.toString()).contains(SECRET, "key: talent-1", "ce_id: " + eventId, "dlq-reason: Broken: why");
    }

    @Test
    void replayPutsALetterBackForItsConsumerAlone() throws Exception {
        assertThat(run("replay", consumer, eventId)).isZero();

        ConsumerRecord<String, String> back = only(records(topic));
        assertThat(back.partition()).isEqualTo(4);
        assertThat(back.key()).isEqualTo("talent-1");
        assertThat(back.value()).isEqualTo(SECRET);
        assertThat(headers(back))
                .isEqualTo(Map.of("ce_id", eventId, "ce_type", "talent.facts", "replay-for", consumer));
        assertThat(run("list", consumer)).isZero();
        assertThat(said.toString()).contains("1 put back", "1 dead letters.");
    }

    @Test
    void secondReplayDoesNothing() throws Exception {
        run("replay", consumer, "--all");

        assertThat(run("replay", consumer, "--all")).isZero();
        assertThat(run("replay", consumer, "0", eventId)).isZero();

        assertThat(records(topic)).hasSize(2);
        assertThat(said.toString()).contains("0 put back for " + consumer + "; 2 had been before");
        said.getBuffer().setLength(0);
        run("list", consumer, "--all");
        assertThat(said.toString()).contains("put back", "2 dead letters.");
    }

    @Test
    void letterWrittenTwiceByADyingConsumerGoesBackOnce() throws Exception {
        write(eventId, "4", "17");

        run("replay", consumer, "--all");

        assertThat(records(topic)).hasSize(2);
    }

    @Test
    void whatIsGivenUpAgainIsANewLetter() throws Exception {
        run("replay", consumer, "0");
        write(eventId, "4", "18");

        run("replay", consumer, eventId);

        assertThat(records(topic)).hasSize(2);
    }

    @Test
    void oldFactsDoNotPushOutNewerOnes() throws Exception {
        String facts = topic + ".facts.v1";
        createTopic(facts, 6, "compact");
        letter(facts, eventId, "1", "5");

        run("replay", consumer, "2");

        assertThat(only(records(facts)).key()).startsWith("replay/").doesNotContain("talent-1");
    }

    @Test
    void explainsWhatItCannotDo() {
        assertThat(run("replay", consumer)).isNotZero();
        assertThat(said.toString()).contains("Say which letters to put back");

        assertThat(run("replay", consumer, "99")).isNotZero();
        assertThat(said.toString()).contains("There is no dead letter 99 of " + consumer + ".");
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine commands = Main.commandLine().setOut(out).setErr(out);
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--kafka", broker.bootstrapServers()));
        return commands.execute(all.toArray(String[]::new));
    }

    private void write(String id, String partition, String offset) throws Exception {
        letter(topic, id, partition, offset);
    }

    private void letter(String from, String id, String partition, String offset) throws Exception {
        ProducerRecord<String, String> letter = new ProducerRecord<>(consumer + ".dlq", "talent-1", SECRET);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "dlq-topic", from, "dlq-partition", partition, "dlq-offset", offset, "dlq-reason", "Broken: why"));
        if (!id.isEmpty()) {
            headers.putAll(Map.of("ce_id", id, "ce_type", "talent.facts"));
        }
        headers.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(letter).get();
        }
    }

    private static void createTopic(String name, int partitions, String policy) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(name, partitions, (short) 1).configs(Map.of("cleanup.policy", policy))))
                    .all()
                    .get();
        }
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> all = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            reader.assign(all);
            reader.seekToBeginning(all);
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (all.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                reader.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    private static ConsumerRecord<String, String> only(List<ConsumerRecord<String, String>> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
