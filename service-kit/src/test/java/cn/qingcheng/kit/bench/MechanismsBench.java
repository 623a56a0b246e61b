package cn.qingcheng.kit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Run by deploy/bench/mechanisms, not by the build. Leaves a table in target/mechanisms.md. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MechanismsBench {
    private static final Path TABLE = Path.of("target/mechanisms.md");
    private static final int ROUNDS = 3;
    // The tool is done within a quarter of a second, so that a few rounds differ much.
    private static final int RELAY_ROUNDS = 9;
    private static final List<String> LINES =
            new ArrayList<>(List.of("| what | measured | beside it | ratio | aim |", "|---|---|---|---|---|"));

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    PacedConsumer consumer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @TestHTTPResource("/bench/writes")
    URI writes;

    @Test
    @Order(1)
    void relayBesideKafkasOwnTool() throws Exception {
        RelayBench bench = new RelayBench(outbox, dataSource, jdbcUrl, kafka);
        bench.round(); // warms both up
        List<RelayBench.Round> rounds = new ArrayList<>();
        for (int i = 0; i < RELAY_ROUNDS; i++) {
            rounds.add(bench.round());
        }
        bench.clear();
        double relay = Figures.median(
                rounds.stream().map(RelayBench.Round::relayPerSecond).toList());
        double tool = Figures.median(
                rounds.stream().map(RelayBench.Round::toolPerSecond).toList());
        line(
                "relay of a backlog of %,d events of different keys, until all are marked".formatted(RelayBench.EVENTS),
                "%,.0f events/s".formatted(relay),
                "%,.0f records/s of %d bytes, Kafka's ProducerPerformance, acks=all"
                        .formatted(tool, rounds.get(0).recordBytes()),
                relay / tool,
                "≥ 0.25");
        double relayMicros = Figures.median(
                rounds.stream().map(RelayBench.Round::relayMicros).toList());
        double toolMicros =
                Figures.median(rounds.stream().map(RelayBench.Round::toolMicros).toList());
        line(
                "the same in processor time, broker and database included",
                "%.1f µs an event".formatted(relayMicros),
                "%.1f µs a record".formatted(toolMicros),
                toolMicros / relayMicros,
                "");
    }

    @Test
    @Order(2)
    void commitToTheConsumersCommit() throws Exception {
        List<Double> millis = new LatencyBench(outbox, consumer).millis();
        for (double quantile : new double[] {0.5, 0.95, 0.99, 1}) {
            LINES.add("| commit to the consumer's commit, %d events/s, p%.0f | %.1f ms | | | %s |"
                    .formatted(
                            LatencyBench.PER_SECOND,
                            quantile * 100,
                            Figures.quantile(millis, quantile),
                            quantile == 0.99 ? "about 100 ms" : ""));
        }
    }

    @Test
    @Order(3)
    void writeWithItsEventBesideTheSameWithout() throws Exception {
        WriteBench bench = new WriteBench(writes);
        bench.warmUp();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            without.add(bench.perSecond("plain"));
            with.add(bench.perSecond("with-event"));
        }
        line(
                "a write by key over HTTP (a row, its history) with its outbox row, relayed meanwhile, %d callers"
                        .formatted(WriteBench.CALLERS),
                "%,.0f writes/s".formatted(Figures.median(with)),
                "%,.0f writes/s without".formatted(Figures.median(without)),
                Figures.median(with) / Figures.median(without),
                "≥ 0.85");
        assertThat(LINES).hasSizeGreaterThan(2);
    }

    private static void line(String what, String measured, String beside, double ratio, String aim) {
        LINES.add("| %s | %s | %s | %s | %s |"
                .formatted(what, measured, beside, String.format(Locale.ROOT, "%.2f", ratio), aim));
    }

    @org.junit.jupiter.api.AfterAll
    static void writeTable() throws IOException {
        Files.write(TABLE, LINES);
    }
}
