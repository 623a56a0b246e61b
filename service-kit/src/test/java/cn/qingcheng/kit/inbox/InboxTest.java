package cn.qingcheng.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class InboxTest {
    private static final String TYPE = "kit.incoming.arrived";
    private static final String DEAD_LETTERS = SampleConsumer.NAME + DeadLetters.SUFFIX;

    @Inject
    SampleConsumer consumer;

    @Inject
    InboxPurge purge;

    @Inject
    DataSource dataSource;

    private final String id = UUID.randomUUID().toString();
    private EventProducer talent;

    @BeforeEach
    void open() {
        talent = EventProducer.of("talent-service");
    }

    @AfterEach
    void close() {
        talent.close();
    }

    @Test
    void doubledEventHasOneEffect() {
        UUID doubled = UUID.randomUUID();
        talent.send(doubled, TestClock.START, SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1, "newField", "?"));
        talent.send(doubled, TestClock.START, SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1));
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 2));

        await().untilAsserted(() -> assertThat(effects()).containsExactly(1, 2));
    }

    @Test
    void whatComesAgainLaterAndInAnotherOrderHasNoEffect() {
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int number : List.of(0, 1, 2, 1, 0, 2, 0, 1)) {
            talent.send(ids.get(number), TestClock.START, SampleConsumer.TOPIC, TYPE, id, Map.of("number", number));
        }
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 9));

        await().untilAsserted(() -> assertThat(effects()).containsExactly(0, 1, 2, 9));
    }

    @Test
    void replayedLetterIsForTheConsumerThatGaveItUpAlone() {
        sendReplay("kit.another", id, 1);
        sendReplay(SampleConsumer.NAME, id, 2);

        await().untilAsserted(() -> assertThat(effects()).containsExactly(2));
        assertNoDeadLetter();
    }

    private void sendReplay(String consumer, String key, int number) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                SampleConsumer.TOPIC, key, ("{\"number\": " + number + "}").getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        TYPE,
                        "ce_source",
                        "talent-service",
                        "ce_subject",
                        key,
                        "ce_time",
                        TestClock.START.toString(),
                        "content-type",
                        "application/json",
                        "replay-for",
                        consumer)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        talent.sendRaw(record);
    }

    @Test
    void poisonGoesToTheDeadLettersWithItsReasonAndLaterEventsPass() {
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", "no number"));
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 2));

        await().untilAsserted(() -> assertThat(effects()).containsExactly(2));

        try (EventCatcher catcher = EventCatcher.of(DEAD_LETTERS)) {
            CaughtEvent letter = catcher.await(TYPE, id);
            assertThat(letter.text("number")).isEqualTo("no number");
            assertThat(letter.headers().get("dlq-reason")).contains("InvalidFormat");
            assertThat(letter.headers()).containsEntry("dlq-topic", SampleConsumer.TOPIC);
            assertThat(letter.headers()).containsKeys("dlq-partition", "dlq-offset");
        }
    }

    @Test
    void whatIsNoEventGoesToTheDeadLetters() {
        talent.sendRaw(new ProducerRecord<>(SampleConsumer.TOPIC, id, "no event".getBytes(StandardCharsets.UTF_8)));

        try (EventCatcher catcher = EventCatcher.of(DEAD_LETTERS)) {
            CaughtEvent letter =
                    catcher.await("the message of " + id, event -> event.key().equals(id));
            assertThat(letter.headers().get("dlq-reason")).isNotBlank();
        }
    }

    @Test
    void effectThatAlwaysFailsLeavesNothingHalfWritten() {
        consumer.afterEffectOn(id, event -> {
            throw new IllegalStateException("a fault in the reader");
        });
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1));

        try (EventCatcher catcher = EventCatcher.of(DEAD_LETTERS)) {
            CaughtEvent letter = catcher.await(TYPE, id);
            assertThat(letter.headers()).containsEntry("dlq-reason", "IllegalStateException: a fault in the reader");
        }
        assertThat(effects()).isEmpty();
    }

    @Test
    void transientFailureWaitsAndRetriesInPlace() {
        AtomicInteger tries = new AtomicInteger();
        consumer.afterEffectOn(id, event -> {
            if (tries.incrementAndGet() <= 5) {
                throw new IllegalStateException(new SQLTransientConnectionException("the database is away"));
            }
        });
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));

        assertThat(tries).hasValue(6);
        assertNoDeadLetter();
    }

    @Test
    void brokenConnectionIsTransient() {
        AtomicInteger tries = new AtomicInteger();
        consumer.afterEffectOn(id, event -> {
            if (tries.incrementAndGet() == 1) {
                query("SELECT pg_terminate_backend(pg_backend_pid())");
            }
        });
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1));

        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));
        assertThat(tries).hasValue(2);
        assertNoDeadLetter();
    }

    @Test
    void whatCannotComeAgainIsForgotten() {
        talent.send(SampleConsumer.TOPIC, TYPE, id, Map.of("number", 1));
        await().untilAsserted(() -> assertThat(effects()).containsExactly(1));
        query("INSERT INTO inbox VALUES ('kit.old', uuidv7(), now() - interval '61 days') RETURNING 1");

        purge.purge();

        assertThat(query("SELECT count(*) FROM inbox WHERE consumer = 'kit.old'"))
                .containsExactly(0);
        assertThat(query("SELECT count(*) FROM inbox").get(0)).isPositive();
    }

    private void assertNoDeadLetter() {
        try (EventCatcher catcher = EventCatcher.of(DEAD_LETTERS)) {
            String witness = UUID.randomUUID().toString();
            talent.send(SampleConsumer.TOPIC, TYPE, witness, Map.of("number", "poison"));
            catcher.await(TYPE, witness);
            assertThat(catcher.now(event -> event.key().equals(id))).isEmpty();
        }
    }

    private List<Integer> effects() {
        return query("SELECT number FROM sample_effect WHERE subject = '" + id + "' ORDER BY ctid");
    }

    private List<Integer> query(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<Integer> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getInt(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
