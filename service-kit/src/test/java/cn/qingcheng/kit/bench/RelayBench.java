package cn.qingcheng.kit.bench;

import cn.qingcheng.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.tools.ProducerPerformance;

/** A full outbox is emptied; then Kafka's own tool sends as many records of the same size to the same broker. */
final class RelayBench {
    static final int EVENTS = 50_000;
    private static final int CHUNK = 5_000;
    private static final int PARTITIONS = 6;
    private static final long LOOK_EVERY_NANOS = 20_000_000;
    private static final String TOOL_TOPIC = "kit.small.v1";
    private static final Pattern TOTAL = Pattern.compile(EVENTS + " records sent, ([0-9.]+) records/sec");

    private final Outbox outbox;
    private final DataSource dataSource;
    private final String jdbcUrl;
    private final Map<String, Object> kafka;
    private Connection holder;

    /**
     * One after the other.
     *
     * @param relayMicros processor time for each event, of this process with its broker and of the database
     * @param toolMicros the same for each record of the tool
     */
    record Round(double relayPerSecond, double relayMicros, double toolPerSecond, double toolMicros, int recordBytes) {}

    RelayBench(Outbox outbox, DataSource dataSource, String jdbcUrl, Map<String, Object> kafka) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.jdbcUrl = jdbcUrl;
        this.kafka = kafka;
    }

    Round round() throws Exception {
        fill();
        Duration before = processorTime();
        double relay = relayPerSecond();
        Duration relayed = processorTime();
        int bytes = recordBytes();
        Duration between = processorTime();
        double tool = toolPerSecond(bytes);
        return new Round(
                relay,
                microsPerEvent(relayed.minus(before)),
                tool,
                microsPerEvent(processorTime().minus(between)),
                bytes);
    }

    private static double microsPerEvent(Duration all) {
        return all.toNanos() / 1e3 / EVENTS;
    }

    private Duration processorTime() throws SQLException {
        Duration sum = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
            while (row.next()) {
                sum = sum.plus(ProcessHandle.of(row.getLong(1))
                        .flatMap(backend -> backend.info().totalCpuDuration())
                        .orElse(Duration.ZERO));
            }
        }
        return sum;
    }

    /** Takes the turn away from the relay, and leaves it the events. */
    private void fill() throws SQLException {
        holder = DriverManager.getConnection(jdbcUrl, "city", "city");
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('outbox relay', 0))");
        }
        for (int from = 0; from < EVENTS - 1; from += CHUNK) {
            append(from, Math.min(CHUNK, EVENTS - 1 - from));
        }
    }

    /** Leaves nothing for a purge or a vacuum to do while something else is measured. */
    void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("TRUNCATE outbox");
        }
    }

    private double relayPerSecond() throws SQLException {
        long begun = System.nanoTime();
        holder.close();
        append(EVENTS - 1, 1); // wakes the relay
        while (somethingWaits()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return EVENTS * 1e9 / (System.nanoTime() - begun);
    }

    private void append(int from, int count) {
        List<BenchHappened> events = new ArrayList<>();
        for (int serial = from; serial < from + count; serial++) {
            events.add(BenchHappened.of(BenchHappened.DRAINED, UUID.randomUUID(), serial));
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(events));
    }

    /** Marks come in the order of positions, so the last one tells; to ask for all would cost the relay its time. */
    private boolean somethingWaits() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sent_at IS NULL FROM outbox ORDER BY position DESC LIMIT 1")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** What the tool's records must have to be as large: it sends no key and no headers. */
    private int recordBytes() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                all.add(new TopicPartition(BenchHappened.DRAINED, partition));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            ConsumerRecord<byte[], byte[]> record =
                    consumer.poll(Duration.ofSeconds(20)).iterator().next();
            int headers = 0;
            for (var header : record.headers()) {
                headers += header.key().getBytes(StandardCharsets.UTF_8).length + header.value().length;
            }
            return record.serializedKeySize() + record.serializedValueSize() + headers;
        }
    }

    private double toolPerSecond(int recordBytes) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ProducerPerformance.main(new String[] {
                "--topic",
                TOOL_TOPIC,
                "--num-records",
                Integer.toString(EVENTS),
                "--record-size",
                Integer.toString(recordBytes),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + kafka.get("bootstrap.servers"),
                "acks=all"
            });
        } finally {
            System.setOut(console);
        }
        Matcher total = TOTAL.matcher(said.toString(StandardCharsets.UTF_8));
        String last = null;
        while (total.find()) {
            last = total.group(1);
        }
        if (last == null) {
            throw new IllegalStateException("the tool said: " + said.toString(StandardCharsets.UTF_8));
        }
        return Double.parseDouble(last);
    }
}
