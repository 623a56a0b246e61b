package cn.qingcheng.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.stack.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city is settled when nothing waits, and is said what for as long as something does. */
class SettlingTest {
    private static final Duration SHORT = Duration.ofMillis(900);

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCityWhoseEventsAreHeard() {
        city = TestCity.withEvents(data);
        Consumers.names().forEach(city::heard);
    }

    @Test
    void aQuietCityIsSettled() {
        Settling.await(city.city(), Duration.ofSeconds(20));
    }

    private void notSettledFor(String reason) {
        assertThatThrownBy(() -> Settling.await(city.city(), SHORT))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anEventInAnOutboxIsWaitedFor() {
        city.change("housing", "update outbox set sent_at = null where type = 'housing.lease.signed'");

        notSettledFor("1 events wait in the outbox of housing");
    }

    @Test
    void anEventAheadOfItsConsumerIsWaitedFor() {
        city.send(TestCity.event("talent.retention.v1", "a", "b", "c", "d", "{}"));

        notSettledFor("1 events are ahead of platform.retention, 1 events are ahead of talent.timeline");
    }

    @Test
    void aConsumerThatHasHeardNothingIsWaitedFor() {
        city = TestCity.withEvents(data);

        notSettledFor("6 events are ahead of housing.applicant");
    }

    @Test
    void aClaimWithoutAnAnswerIsWaitedForAndOneWithoutMoneyIsNot() {
        city.change("subsidy", "update application set status = 'CLEARING'");
        Settling.await(city.city(), Duration.ofSeconds(20));

        city.change("subsidy", "update application set cleared_at = null");
        notSettledFor("1 subsidy applications wait for the benefit register");
    }

    @Test
    void aFlatThatWaitsForTheRegisterIsWaitedFor() {
        city.change("housing", "update application set status = 'CLEARING' where status = 'OFFERED'");

        notSettledFor("1 housing applications wait for the benefit register");
    }

    @Test
    void topicsThatAreNotThereHoldNobodyUp() {
        try (EventLog log = new EventLog(city.city().kafkaAddress())) {
            assertThat(log.lag("nobody")).isZero();
        }
    }
}
