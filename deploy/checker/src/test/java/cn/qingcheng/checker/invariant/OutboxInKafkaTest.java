package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.TestCity.event;
import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that is lost, changed, out of order or stuck is seen. */
class OutboxInKafkaTest {
    private static final String PERSON = "0199a000-0000-7000-8000-000000000003";
    private static final String LATE = "0199a000-0000-7000-8000-0000000000e1";
    private static final String NEXT = "0199a000-0000-7000-8000-0000000000e2";
    private static final String CLAIMED = "talent.claimed";
    private static final String REGISTRY = "talent.registry.v1";

    private final OutboxInKafka invariant = new OutboxInKafka();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withEvents(data);
    }

    @Test
    void aSoundOutboxHolds() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("46 sent rows, 46 records in Kafka, 0 of them repeated");
    }

    /** A row of the outbox about a person. */
    private void plant(String eventId, String topic, String type, String columns, String values) {
        city.change(
                "talent",
                "insert into outbox (event_id, topic, key, type, occurred_at, data" + columns + ") values ('" + eventId
                        + "', '" + topic + "', '" + PERSON + "', '" + type + "', now(), '{\"talentId\": \"" + PERSON
                        + "\"}'"
                        + values + ")");
    }

    private void send(String eventId, String key, String json) {
        city.send(event(REGISTRY, key, eventId, CLAIMED, "2026-09-01T01:00:00Z", json));
    }

    private static String about(String person) {
        return "{\"talentId\": \"" + person + "\"}";
    }

    @Test
    void anEventMarkedSentThatKafkaDoesNotHaveIsSeen() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");

        assertThat(found(invariant, city)).singleElement().asString().endsWith(CLAIMED + " of " + PERSON);
    }

    @Test
    void aRepeatedEventIsSound() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");
        send(LATE, PERSON, about(PERSON));
        send(LATE, PERSON, about(PERSON));

        assertThat(found(invariant, city)).isEmpty();
        assertThat(invariant.check(city.city()).counted()).endsWith("1 of them repeated");
    }

    @Test
    void anEventThatOvertookAnotherOfItsKeyIsSeen() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");
        plant(NEXT, REGISTRY, CLAIMED, ", sent_at", ", now()");
        send(NEXT, PERSON, about(PERSON));
        send(LATE, PERSON, about(PERSON));

        assertThat(found(invariant, city))
                .singleElement()
                .asString()
                .contains(CLAIMED + " of " + PERSON + " at ", ", after ");
    }

    @Test
    void aLaterRepetitionDoesNotDisturbTheOrder() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");
        plant(NEXT, REGISTRY, CLAIMED, ", sent_at", ", now()");
        send(LATE, PERSON, about(PERSON));
        send(NEXT, PERSON, about(PERSON));
        send(LATE, PERSON, about(PERSON));

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void anEventThatSaysSomethingElseInKafkaIsSeen() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");
        send(LATE, PERSON, about("somebody else"));

        assertThat(found(invariant, city)).singleElement().asString().contains(CLAIMED + " of " + PERSON);
    }

    @Test
    void anEventUnderAnotherKeyIsSeen() {
        plant(LATE, REGISTRY, CLAIMED, ", sent_at", ", now()");
        send(LATE, "another", about(PERSON));

        assertThat(found(invariant, city)).singleElement().asString().contains(CLAIMED + " of " + PERSON);
    }

    @Test
    void anEventThatWaitsForLongIsSeen() {
        plant(LATE, REGISTRY, CLAIMED, ", created_at", ", now() - interval '61 seconds'");
        plant(NEXT, REGISTRY, CLAIMED, "", "");

        assertThat(found(invariant, city)).singleElement().asString().endsWith(CLAIMED + " of " + PERSON);
    }

    @Test
    void aParkedEventIsSeenUnlessItWasMeantToBe() {
        plant(LATE, REGISTRY, CLAIMED, ", parked_at, parked_reason", ", now(), 'too large'");
        plant(NEXT, REGISTRY, CLAIMED, ", parked_at, parked_reason", ", now(), 'too large'");
        city.write("traffic/unsendable.ndjson", "{\"eventId\": \"" + NEXT + "\"}\n");

        assertThat(found(invariant, city)).singleElement().asString().endsWith(CLAIMED + " of " + PERSON);
    }

    @Test
    void factsOverwrittenByLaterOnesMayBeGone() {
        plant(LATE, "talent.facts.v1", "talent.facts", ", sent_at", ", now()");
        plant(NEXT, "talent.facts.v1", "talent.facts", ", sent_at", ", now()");
        city.send(event("talent.facts.v1", PERSON, NEXT, "talent.facts", "2026-09-01T01:00:00Z", about(PERSON)));

        assertThat(found(invariant, city)).isEmpty();
    }
}
