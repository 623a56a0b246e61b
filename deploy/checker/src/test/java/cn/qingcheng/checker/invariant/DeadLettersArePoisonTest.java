package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.TestCity.event;
import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good event that was given up, and a bad one that was not, are seen. */
class DeadLettersArePoisonTest {
    private static final String TOPIC = "talent.retention.v1";
    private static final String MARKER = "0199a000-0000-7000-8000-0000000000d1";

    private final DeadLettersArePoison invariant = new DeadLettersArePoison();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withEvents(data);
    }

    private void givenUpBy(String consumer) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(consumer + ".dlq", MARKER, new byte[] {1});
        letter.headers().add("dlq-topic", TOPIC.getBytes(StandardCharsets.UTF_8));
        letter.headers().add("dlq-partition", "0".getBytes(StandardCharsets.UTF_8));
        letter.headers().add("dlq-offset", "17".getBytes(StandardCharsets.UTF_8));
        city.withTopic(consumer + ".dlq").send(letter);
    }

    private void putIn(ProducerRecord<String, byte[]> poison) {
        city.send(poison)
                .write("traffic/poison.ndjson", "{\"topic\": \"" + TOPIC + "\", \"marker\": \"" + MARKER + "\"}\n");
    }

    @Test
    void withoutPoisonThereAreNoDeadLetters() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("0 poison messages put in, 0 dead letters");
    }

    @Test
    void aGoodEventThatWasGivenUpIsSeen() {
        givenUpBy("platform.retention");

        assertThat(found(invariant, city))
                .containsExactly("platform.retention gave up " + MARKER + " of " + TOPIC + "-0:17");
    }

    @Test
    void poisonThatAllWhoHearItHaveGivenUpIsSound() {
        putIn(new ProducerRecord<>(TOPIC, MARKER, "no event".getBytes(StandardCharsets.UTF_8)));
        givenUpBy("platform.retention");
        givenUpBy("talent.timeline");
        givenUpBy("talent.timeline");

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void poisonThatOneHasSwallowedIsSeen() {
        putIn(new ProducerRecord<>(TOPIC, MARKER, "no event".getBytes(StandardCharsets.UTF_8)));
        givenUpBy("talent.timeline");

        assertThat(found(invariant, city))
                .containsExactly(MARKER + " in " + TOPIC + " was given up by [talent.timeline] of"
                        + " [platform.retention, talent.timeline]");
    }

    @Test
    void anEventIsPoisonToWhomItChokes() {
        putIn(event(TOPIC, MARKER, MARKER, "talent.retention.confirmed", "2026-09-01T01:00:00Z", "{\"month\": 17}"));

        assertThat(found(invariant, city)).hasSize(1);

        givenUpBy("platform.retention");

        assertThat(found(invariant, city)).isEmpty();
    }
}
