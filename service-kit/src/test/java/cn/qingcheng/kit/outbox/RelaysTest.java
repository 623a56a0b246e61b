package cn.qingcheng.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Several relays on one database, and relays that end in the middle of their work. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class RelaysTest {
    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    OwnTopics topics;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final String id = UUID.randomUUID().toString();

    @Test
    void severalNeitherDoubleNorMisorder() throws InterruptedException {
        OutboxRelay second = relay(table);
        OutboxRelay third = relay(table);
        second.start(null);
        third.start(null);
        List<String> keys = IntStream.range(0, 8).mapToObj(k -> id + "-" + k).toList();
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            CompletableFuture.allOf(keys.stream()
                            .map(key -> CompletableFuture.runAsync(() -> appendTwentyFive(key)))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();

            List<CaughtEvent> events =
                    catcher.awaitAll(200, event -> event.key().startsWith(id));

            for (String key : keys) {
                assertThat(numbers(events.stream()
                                .filter(event -> event.key().equals(key))
                                .toList()))
                        .containsExactlyElementsOf(oneTo(25));
            }
        } finally {
            second.stop(null);
            third.stop(null);
        }
    }

    @Test
    void whoeverHasTheTurnGivesItUpWhenItsProcessEnds() throws SQLException {
        try (Connection other = java.sql.DriverManager.getConnection(jdbcUrl, "city", "city");
                Statement statement = other.createStatement();
                EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            other.setAutoCommit(false);
            takeTurn(statement);
            QuarkusTransaction.requiringNew().run(() -> outbox.append(SampleHappened.of(id, 1)));
            assertThat(strings("SELECT key FROM outbox WHERE sent_at IS NULL AND key = '" + id + "'"))
                    .containsExactly(id);

            // What PostgreSQL does when the process at the other end is no more.
            strings("SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE locktype = 'advisory'"
                    + " AND pid <> pg_backend_pid()");

            catcher.await(SampleHappened.TYPE, id);
        }
    }

    @Test
    void relayThatEndsBetweenSendingAndMarkingIsFollowedByOneThatSendsAgain() throws SQLException {
        AtomicInteger ends = new AtomicInteger();
        OutboxTable withoutTurns = new OutboxTable(dataSource) {
            @Override
            boolean takeTurn() {
                return true; // The test holds the turn, to keep out the application's own relay.
            }
        };
        OutboxRelay relay = relay(withoutTurns);
        try (Connection other = java.sql.DriverManager.getConnection(jdbcUrl, "city", "city");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            takeTurn(statement);
            appendTwentyFive(id);
            await().until(() -> {
                try {
                    QuarkusTransaction.requiringNew().run(() -> {
                        relay.relayTurn(new HashSet<>());
                        if (ends.getAndIncrement() < 2) {
                            endOwnConnection();
                        }
                    });
                    return true;
                } catch (RuntimeException ended) {
                    return false;
                }
            });
        }
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            List<CaughtEvent> sent =
                    catcher.awaitAll(3 * 25, event -> event.key().equals(id));

            assertThat(ends).hasValue(3);
            assertThat(sent.stream().map(CaughtEvent::id).distinct()).hasSize(25);
            assertThat(numbers(sent).stream().distinct()).containsExactlyElementsOf(oneTo(25));
            assertThat(strings("SELECT key FROM outbox WHERE sent_at IS NULL AND key = '" + id + "'"))
                    .isEmpty();
        }
    }

    @Test
    void aLongBacklogIsReadInOrderWhateverTheStatisticsSay() {
        List<String> plan = QuarkusTransaction.requiringNew().call(() -> {
            table.takeTurn();
            return strings(
                    "EXPLAIN " + OutboxTable.CLAIM.replaceFirst("\\?", "'{}'").replaceFirst("\\?", "2000"));
        });

        assertThat(plan)
                .anyMatch(step -> step.contains("Index Scan using outbox_waiting"))
                .noneMatch(step -> step.contains("Sort") || step.contains("Seq Scan"));
    }

    private static void takeTurn(Statement statement) throws SQLException {
        statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('outbox relay', 0))");
    }

    private void endOwnConnection() {
        try {
            strings("SELECT pg_terminate_backend(pg_backend_pid())::text");
        } catch (SQLException ended) {
            // That was the purpose.
        }
    }

    private OutboxRelay relay(OutboxTable on) {
        return new OutboxRelay(on, topics, kafka, "service-kit", Duration.ofDays(7), new SimpleMeterRegistry());
    }

    private void appendTwentyFive(String key) {
        for (int number = 1; number <= 25; number += 5) {
            int from = number;
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.appendAll(IntStream.range(from, from + 5)
                            .mapToObj(n -> SampleHappened.of(key, n))
                            .toList()));
        }
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Integer> numbers(List<CaughtEvent> events) {
        return events.stream().map(event -> event.data().get("number").asInt()).toList();
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
