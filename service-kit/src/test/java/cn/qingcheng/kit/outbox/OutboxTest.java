package cn.qingcheng.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.event.Correlation;
import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class OutboxTest {
    private static final String FACTS_TOPIC = "kit.facts.v1";

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    DataSource dataSource;

    private final String id = UUID.randomUUID().toString();

    @Test
    void committedEventArrivesAsCloudEvent() {
        MDC.put(Correlation.CORRELATION_ID, "request-7");
        MDC.put(Correlation.TRACEPARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(SampleHappened.of(id, 1)));

            CaughtEvent event = catcher.await(SampleHappened.TYPE, id);

            assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
            assertThat(event.data().get("number").asInt()).isEqualTo(1);
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "service-kit")
                    .containsEntry("ce_subject", id)
                    .containsEntry("ce_time", TestClock.START.toString())
                    .containsEntry("ce_correlationid", "request-7")
                    .containsEntry("ce_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .containsEntry("content-type", "application/json");
        } finally {
            MDC.clear();
        }
    }

    @Test
    void eventCarriesWhatTheRequestBrought() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            given().header("X-Correlation-Id", "call-" + id)
                    .header("traceparent", trace)
                    .post("/happenings/" + id)
                    .then()
                    .statusCode(204);

            assertThat(catcher.await(SampleHappened.TYPE, id).headers())
                    .containsEntry("ce_correlationid", "call-" + id)
                    .containsEntry("ce_traceparent", trace);
        }
    }

    @Test
    void rollbackSendsNothing() {
        String sentAfter = UUID.randomUUID().toString();
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.append(SampleHappened.of(id, 1));
                        throw new IllegalArgumentException("changed my mind");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            QuarkusTransaction.requiringNew().run(() -> outbox.append(SampleHappened.of(sentAfter, 1)));

            catcher.await(SampleHappened.TYPE, sentAfter);

            assertThat(catcher.now(event -> event.key().equals(id))).isEmpty();
        }
    }

    @Test
    void withoutTransactionNothingIsAppended() {
        assertThatThrownBy(() -> outbox.append(SampleHappened.of(id, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void topicOfAnotherServiceIsRefused() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(new SampleHappened("talent.facts.v1", id, 1, ""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("talent.facts.v1");
    }

    @Test
    void whoeverWaitsForAnAggregateIsSentAfterItsHolder() throws Exception {
        strings("INSERT INTO sample_effect VALUES ('" + id + "', 0) RETURNING subject");
        CountDownLatch held = new CountDownLatch(1);
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
                awaitLatch(held);
                QuarkusTransaction.requiringNew().run(() -> {
                    lockAggregate();
                    outbox.append(SampleHappened.of(id, 2));
                });
            });
            QuarkusTransaction.requiringNew().run(() -> {
                lockAggregate();
                held.countDown();
                await().until(this::someoneWaitsForARow);
                outbox.append(SampleHappened.of(id, 1));
            });
            second.get(10, TimeUnit.SECONDS);

            assertThat(catcher.awaitAll(2, event -> event.key().equals(id)))
                    .extracting(event -> event.data().get("number").asInt())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void eventThatCommitsAfterLaterOnesWereSentIsNotLost() {
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.append(SampleHappened.of(id + "-slow", 1));
                CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                                .run(() -> outbox.append(SampleHappened.of(id + "-quick", 2))))
                        .join();
                catcher.await(SampleHappened.TYPE, id + "-quick");
            });

            catcher.await(SampleHappened.TYPE, id + "-slow");
        }
    }

    @Test
    void thousandsInOneTransactionNeedNoLocks() {
        int many = 8_000;
        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.appendAll(IntStream.range(0, many)
                            .mapToObj(n -> SampleHappened.of(id + "-" + n, n))
                            .toList()));

            assertThat(catcher.awaitAll(many, event -> event.key().startsWith(id)))
                    .hasSize(many);
        }
    }

    @Test
    void whatWasSentLongAgoIsPurged() throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(List.of(SampleHappened.of(id, 1), SampleHappened.of(id, 2))));
        String sent = " FROM outbox WHERE key = '" + id + "' AND sent_at IS NOT NULL";
        await().until(() -> strings("SELECT type" + sent).size() == 2);
        strings("UPDATE outbox SET sent_at = now() - interval '8 days' WHERE key = '" + id
                + "' AND data ->> 'number' = '1' RETURNING type");

        QuarkusTransaction.requiringNew().run(() -> table.purgeSent(Duration.ofDays(7)));

        assertThat(strings("SELECT data ->> 'number'" + sent)).containsExactly("2");
    }

    @Test
    void theLastFactsOfEachKeyOutliveThePurge() throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(List.of(
                        new SampleHappened(FACTS_TOPIC, id, 1, ""),
                        new SampleHappened(FACTS_TOPIC, id, 2, ""),
                        new SampleHappened(FACTS_TOPIC, id + "-other", 3, ""))));
        String sent = " FROM outbox WHERE key LIKE '" + id + "%' AND sent_at IS NOT NULL";
        await().until(() -> strings("SELECT type" + sent).size() == 3);
        strings("UPDATE outbox SET sent_at = now() - interval '1 year' WHERE key LIKE '" + id + "%' RETURNING type");

        QuarkusTransaction.requiringNew().run(() -> table.purgeSent(Duration.ofDays(7)));

        assertThat(strings("SELECT data ->> 'number'" + sent + " ORDER BY position"))
                .containsExactly("2", "3");
    }

    private void lockAggregate() {
        try {
            strings("SELECT subject FROM sample_effect WHERE subject = '" + id + "' FOR UPDATE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean someoneWaitsForARow() throws SQLException {
        return !strings("SELECT pid::text FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted")
                .isEmpty();
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

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
