package cn.qingcheng.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.LinkedInfrastructure;
import cn.qingcheng.kit.testing.LinkedInfrastructure.Links;
import cn.qingcheng.kit.testing.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker is away for longer than every time-out of the relay's producer (10 s to deliver, 5 s to begin). */
@QuarkusTest
@QuarkusTestResource(value = LinkedInfrastructure.class, restrictToAnnotatedClass = true)
class BrokerAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(25);
    private static final int KEYS = 40;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry meters;

    Links links;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void mend() {
        links.mend();
    }

    @Test
    void whatIsWrittenMeanwhileComesAfterwardsInOrder() {
        appendToEachKey(1);
        try (EventCatcher before = EventCatcher.of(SampleHappened.TOPIC)) {
            before.awaitAll(KEYS, event -> event.key().startsWith(id));
        }

        links.kafka().cut();
        appendToEachKey(2);
        appendToEachKey(3);
        await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> backlog() == 2 * KEYS);
        appendToEachKey(4);
        links.kafka().mend();

        try (EventCatcher catcher = EventCatcher.of(SampleHappened.TOPIC)) {
            List<CaughtEvent> events =
                    catcher.awaitAll(4 * KEYS, event -> event.key().startsWith(id));
            for (int k = 0; k < KEYS; k++) {
                String key = id + "-" + k;
                assertThat(events.stream()
                                .filter(event -> event.key().equals(key))
                                .map(event -> event.data().get("number").asInt())
                                .distinct())
                        .containsExactly(1, 2, 3, 4);
            }
        }
        await().atMost(AWAY).until(() -> backlog() == 0);
        assertThat(meters.get("qingcheng.outbox.parked").gauge().value()).isZero();
    }

    /** A turn that outlasts its transaction would send beside the one that takes over. */
    @Test
    void noBatchWaitsForEachOfItsKeysInTurn() {
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "localhost:1");
        try (EventSender sender = new EventSender(nowhere, "service-kit")) {
            long begun = System.nanoTime();

            EventSender.Outcome outcome =
                    sender.send(IntStream.range(0, KEYS).mapToObj(this::message).toList(), begun + AWAY.toNanos());

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            assertThat(outcome.isComplete()).isFalse();
            assertThat(outcome.sent()).isEmpty();
            assertThat(outcome.refused()).isEmpty();
        }
    }

    /** The process stood still, and another may have had the turn meanwhile. */
    @Test
    void nothingIsBegunWhenTimeIsUp() {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", "localhost:" + links.kafka().port());
        try (EventSender sender = new EventSender(broker, "service-kit")) {
            EventSender.Outcome outcome = sender.send(List.of(message(1)), System.nanoTime());

            assertThat(outcome.sent()).isEmpty();
            assertThat(outcome.isComplete()).isTrue();
        }
    }

    private OutboxMessage message(int number) {
        return new OutboxMessage(
                number,
                UUID.randomUUID(),
                SampleHappened.TOPIC,
                id + "-" + number,
                SampleHappened.TYPE,
                TestClock.START.atOffset(ZoneOffset.UTC),
                null,
                null,
                "{}");
    }

    private double backlog() {
        return meters.get("qingcheng.outbox.backlog").gauge().value();
    }

    private void appendToEachKey(int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(IntStream.range(0, KEYS)
                        .mapToObj(k -> SampleHappened.of(id + "-" + k, number))
                        .toList()));
    }
}
