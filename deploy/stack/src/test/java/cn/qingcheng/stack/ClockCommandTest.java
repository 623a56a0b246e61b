package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockCommandTest {
    private static final Instant FROM = Instant.parse("2027-01-31T01:00:00Z");

    @Test
    void readsDaysAndHours() {
        assertThat(ClockCommand.duration("P7D", FROM)).isEqualTo(Duration.ofDays(7));
        assertThat(ClockCommand.duration("PT36H", FROM)).isEqualTo(Duration.ofHours(36));
        assertThat(ClockCommand.duration("P1DT1H", FROM)).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aMonthIsTheCalendars() {
        assertThat(ClockCommand.duration("P1M", FROM)).isEqualTo(Duration.ofDays(28));
    }

    @Test
    void explainsWhatItCannotRead() {
        assertThatThrownBy(() -> ClockCommand.duration("a week", FROM))
                .isInstanceOf(StackFailure.class)
                .hasMessage("\"a week\" is no period of ISO 8601, such as P7D, P1M or PT36H.");
    }
}
