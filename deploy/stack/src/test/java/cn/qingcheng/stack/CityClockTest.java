package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityClockTest {
    private static final Instant REAL = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final RealTime real = new RealTime();
    private CityClock clock;

    @BeforeEach
    void aClock() {
        clock = new CityClock(folder.resolve("clock.properties"), real);
    }

    @Test
    void aNewCityBeginsOnTheFirstOfSeptember() {
        clock.start(null);

        assertThat(clock.now()).isEqualTo("2026-09-01T01:00:00Z");
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void timePassesAsFastAsAsked() {
        clock.start(86_400.0);
        real.pass(Duration.ofSeconds(30));

        assertThat(clock.now()).isEqualTo("2026-10-01T01:00:00Z");
    }

    @Test
    void aChangeOfSpeedDoesNotMoveTheTime() {
        clock.start(1_000.0);
        real.pass(Duration.ofMinutes(1));
        Instant before = clock.now();

        clock.setSpeed(1);

        assertThat(clock.now()).isEqualTo(before);
    }

    @Test
    void aJumpKeepsTheSpeed() {
        clock.start(60.0);
        clock.advance(Duration.ofDays(7));
        real.pass(Duration.ofMinutes(1));

        assertThat(clock.now()).isEqualTo("2026-09-08T02:00:00Z");
        assertThat(clock.speed()).isEqualTo(60);
    }

    @Test
    void timeStandsStillWhileTheCityIsDown() {
        clock.start(1_000.0);
        real.pass(Duration.ofMinutes(1));
        clock.stop();
        Instant stopped = clock.now();
        real.pass(Duration.ofDays(1));
        assertThat(clock.now()).isEqualTo(stopped);

        clock.start(null);
        assertThat(clock.now()).isEqualTo(stopped);
        assertThat(clock.speed()).isEqualTo(1_000);
        real.pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isCloseTo(stopped.plusSeconds(1_000), within(1, ChronoUnit.MILLIS));
    }

    @Test
    void timeNeverGoesBackward() {
        clock.start(null);

        assertThatThrownBy(() -> clock.advanceTo(Instant.parse("2026-08-31T00:00:00Z")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("only goes forward");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("only goes forward");
        assertThatThrownBy(() -> clock.setSpeed(-1)).hasMessageContaining("from 0 to");
        assertThatThrownBy(() -> clock.setSpeed(Double.NaN)).hasMessageContaining("from 0 to");
        assertThat(clock.now()).isEqualTo("2026-09-01T01:00:00Z");
    }

    @Test
    void theFileIsReplacedWholeAndForItsOwnerAlone() throws Exception {
        clock.start(2.0);

        assertThat(Files.readString(folder.resolve("clock.properties")))
                .isEqualTo(
                        "cityOrigin=2026-09-01T01:00:00Z\nrealOrigin=2027-03-01T12:00:00Z\nspeed=2.0\nstopped=false\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("clock.properties"));
        }
    }

    @Test
    void withoutACitySaysHowToGetOne() {
        assertThatThrownBy(clock::now).isInstanceOf(StackFailure.class).hasMessageContaining("./deploy/up");
    }

    private static final class RealTime extends Clock {
        private Instant now = REAL;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
