package cn.qingcheng.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One event that cannot be sent, or one topic, holds up as little as its order allows. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ParkingTest {
    private static final String SMALL_TOPIC = "kit.small.v1";
    private static final int SMALL_BYTES = 2_000;
    private static final int USUAL_BYTES = 1_048_588;
    private static final String LARGE = "x".repeat(5_000);

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry meters;

    private final String id = UUID.randomUUID().toString();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(String.format(line.getMessage(), line.getParameters()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() throws Exception {
        Logger.getLogger(OutboxRelay.class.getName()).addHandler(listener);
        limitMessages(SMALL_BYTES);
        append(SMALL_TOPIC, id, 1, "");
        append(SMALL_TOPIC, id, 2, LARGE);
        append(SMALL_TOPIC, id, 3, "");
        append(SMALL_TOPIC, id + "-other", 4, "");
        append(SampleHappened.TOPIC, id, 5, "");
        await().until(() -> parked().size() == 1);
    }

    @AfterEach
    void clear() throws SQLException {
        Logger.getLogger(OutboxRelay.class.getName()).removeHandler(listener);
        strings("DELETE FROM outbox WHERE key LIKE '" + id + "%' RETURNING key");
    }

    @Test
    void eventTheBrokerRefusesIsParkedWithAnAlarm() throws Exception {
        assertThat(parked()).singleElement().asString().contains("RecordTooLarge");
        assertThat(errors).anyMatch(line -> line.contains("parked") && line.contains("RecordTooLarge"));
        await().until(() -> meters.get("qingcheng.outbox.parked").gauge().value() >= 1);
    }

    @Test
    void itKeepsBackItsKeyAndNothingElse() throws Exception {
        append(SMALL_TOPIC, id, 6, "");
        append(SMALL_TOPIC, id + "-other", 7, "");
        try (EventCatcher catcher = EventCatcher.of(SMALL_TOPIC);
                EventCatcher elsewhere = EventCatcher.of(SampleHappened.TOPIC)) {
            elsewhere.await(SampleHappened.TYPE, id);
            catcher.awaitAll(2, event -> event.key().equals(id + "-other"));

            assertThat(numbers(catcher.now(event -> event.key().equals(id)))).containsExactly(1);
        }
    }

    @Test
    void operatorWhoHasMendedTheCauseSendsItAndThoseBehindItInOrder() throws Exception {
        limitMessages(USUAL_BYTES);

        strings("UPDATE outbox SET parked_at = NULL, parked_reason = NULL WHERE key = '" + id
                + "' AND parked_at IS NOT NULL RETURNING key");

        try (EventCatcher catcher = EventCatcher.of(SMALL_TOPIC)) {
            assertThat(numbers(catcher.awaitAll(3, event -> event.key().equals(id))))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void operatorWhoGivesItUpLetsThoseBehindItPass() throws Exception {
        strings("DELETE FROM outbox WHERE key = '" + id + "' AND parked_at IS NOT NULL RETURNING key");

        try (EventCatcher catcher = EventCatcher.of(SMALL_TOPIC)) {
            assertThat(numbers(catcher.awaitAll(2, event -> event.key().equals(id))))
                    .containsExactly(1, 3);
        }
    }

    @Test
    void topicThatIsGoneHoldsNoOtherUpAndIsMadeAgain() throws Exception {
        await().until(() -> strings("SELECT key FROM outbox WHERE key = '" + id + "-other' AND sent_at IS NULL")
                .isEmpty());
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(SMALL_TOPIC)).all().get();
        }
        try (EventCatcher catcher = EventCatcher.of(SMALL_TOPIC);
                EventCatcher elsewhere = EventCatcher.of(SampleHappened.TOPIC)) {
            append(SMALL_TOPIC, id + "-late", 8, "");
            append(SampleHappened.TOPIC, id + "-late", 9, "");

            elsewhere.await(SampleHappened.TYPE, id + "-late");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> strings("SELECT key FROM outbox WHERE key = '" + id + "-late' AND sent_at IS NULL")
                            .isEmpty());
            catcher.await(SampleHappened.TYPE, id + "-late");
        }
    }

    private static List<Integer> numbers(List<CaughtEvent> events) {
        return events.stream().map(event -> event.data().get("number").asInt()).toList();
    }

    private void append(String topic, String key, int number, String note) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(new SampleHappened(topic, key, number, note)));
    }

    private void limitMessages(int bytes) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            await().until(() -> admin.listTopics().names().get().contains(SMALL_TOPIC));
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SMALL_TOPIC);
            AlterConfigOp limit = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
        await().until(() -> isTaken(LARGE) == (bytes > LARGE.length()));
    }

    /** A new limit binds a moment after the broker has acknowledged it. */
    private static boolean isTaken(String text) {
        try (EventProducer probe = EventProducer.of("probe")) {
            probe.send(SMALL_TOPIC, "probe", "probe", Map.of("text", text));
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private List<String> parked() throws SQLException {
        return strings("SELECT parked_reason FROM outbox WHERE parked_at IS NOT NULL AND key = '" + id + "'");
    }

    private List<String> strings(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
