package cn.qingcheng.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.LinkedInfrastructure;
import cn.qingcheng.kit.testing.LinkedInfrastructure.Links;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is away for half a minute, three times as long as a consumer may be silent before Kafka drops it. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.ShortPatienceOfKafka.class)
@QuarkusTestResource(value = LinkedInfrastructure.class, restrictToAnnotatedClass = true)
class DatabaseAwayTest {
    private static final String TYPE = "kit.incoming.arrived";
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final int EVENTS = 60;

    /** What a service has five minutes for by default. */
    public static class ShortPatienceOfKafka implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.connector.smallrye-kafka.max.poll.interval.ms", "10000");
        }
    }

    @Inject
    DataSource dataSource;

    Links links;

    private final String id = UUID.randomUUID().toString();
    private EventProducer talent;

    @BeforeEach
    void open() {
        talent = EventProducer.of("talent-service");
        send(0, EVENTS / 3);
        await().untilAsserted(() -> assertThat(effects()).hasSize(EVENTS / 3));
        links.postgres().cut();
        send(EVENTS / 3, EVENTS);
    }

    @AfterEach
    void close() {
        links.mend();
        talent.close();
    }

    @Test
    void nothingIsGivenUpAndEverythingArrivesOnceAfterwards() {
        long begun = System.nanoTime();
        await().atMost(AWAY.multipliedBy(2)).until(() -> System.nanoTime() - begun > AWAY.toNanos());

        links.postgres().mend();

        assertEverythingArrivedOnce();
    }

    @Test
    void instanceThatComesAndGoesMeanwhileTakesNothingAway() {
        Set<Integer> takenOver = new HashSet<>();
        try (KafkaConsumer<String, byte[]> rival = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        "localhost:" + links.kafka().port(),
                        "group.id",
                        SampleConsumer.NAME,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            rival.subscribe(List.of(SampleConsumer.TOPIC));
            await().atMost(AWAY).until(() -> {
                for (ConsumerRecord<String, byte[]> record : rival.poll(Duration.ofMillis(200))) {
                    takenOver.add(record.partition());
                }
                return !takenOver.isEmpty();
            });
        }

        links.postgres().mend();

        assertEverythingArrivedOnce();
    }

    private void assertEverythingArrivedOnce() {
        await().atMost(AWAY.multipliedBy(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(effects())
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, EVENTS).boxed().toList()));
        try (EventCatcher letters = EventCatcher.of(SampleConsumer.NAME + DeadLetters.SUFFIX)) {
            String witness = UUID.randomUUID().toString();
            talent.send(SampleConsumer.TOPIC, TYPE, witness, Map.of("number", "poison"));
            letters.await(TYPE, witness);
            assertThat(letters.now(letter -> letter.key().startsWith(id))).isEmpty();
        }
    }

    private void send(int from, int to) {
        for (int number = from; number < to; number++) {
            talent.send(SampleConsumer.TOPIC, TYPE, id + "-" + number % 10, Map.of("number", number));
        }
    }

    private List<Integer> effects() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT number FROM sample_effect WHERE subject LIKE '" + id + "%' ORDER BY number")) {
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
