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
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class OutboxTest {
    private static final String SMALL_TOPIC = "kit.small.v1";

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    OwnTopics topics;

    @Inject
    DataSource dataSource;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry meters;

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
    void severalRelaysNeitherDoubleNorMisorder() throws InterruptedException {
        OutboxRelay second = relay();
        OutboxRelay third = relay();
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
                assertThat(events.stream()
                                .filter(event -> event.key().equals(key))
                                .map(event -> event.data().get("number").asInt()))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, 25).boxed().toList());
            }
        } finally {
            second.stop(null);
            third.stop(null);
        }
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
    void rowTheBrokerRefusesIsParkedAndOthersPass() throws Exception {
        limitMessageBytes(2_000);
        String large = "x".repeat(5_000);
        try (EventCatcher catcher = EventCatcher.of(SMALL_TOPIC)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.appendAll(List.of(
                            new SampleHappened(SMALL_TOPIC, id, 1, ""),
                            new SampleHappened(SMALL_TOPIC, id, 2, large),
                            new SampleHappened(SMALL_TOPIC, id, 3, ""),
                            new SampleHappened(SMALL_TOPIC, id + "-other", 4, ""))));

            assertThat(catcher.awaitAll(3, event -> event.key().startsWith(id)))
                    .extracting(event -> event.data().get("number").asInt())
                    .containsExactlyInAnyOrder(1, 3, 4);
        }
        await().untilAsserted(() ->
                assertThat(parkedReasons()).singleElement().asString().contains("RecordTooLarge"));
        await().until(() -> meters.get("qingcheng.outbox.parked").gauge().value() >= 1);
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
    void brokerThatIsAwayParksNothing() {
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "localhost:1");
        try (EventSender sender = new EventSender(nowhere, "service-kit")) {
            OutboxMessage message = new OutboxMessage(
                    1,
                    UUID.randomUUID(),
                    SampleHappened.TOPIC,
                    id,
                    SampleHappened.TYPE,
                    TestClock.START.atOffset(java.time.ZoneOffset.UTC),
                    null,
                    null,
                    "{}");

            EventSender.Outcome outcome = sender.send(List.of(message));

            assertThat(outcome.isComplete()).isFalse();
            assertThat(outcome.sent()).isEmpty();
            assertThat(outcome.refused()).isEmpty();
        }
    }

    private OutboxRelay relay() {
        return new OutboxRelay(table, topics, kafka, "service-kit", Duration.ofDays(7), new SimpleMeterRegistry());
    }

    private void limitMessageBytes(int bytes) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            await().until(() -> admin.listTopics().names().get().contains(SMALL_TOPIC));
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SMALL_TOPIC);
            AlterConfigOp limit = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private List<String> parkedReasons() throws SQLException {
        return strings("SELECT parked_reason FROM outbox WHERE parked_at IS NOT NULL AND key LIKE '" + id + "%'");
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
