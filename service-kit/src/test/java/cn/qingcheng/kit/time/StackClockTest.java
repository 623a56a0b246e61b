package cn.qingcheng.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackClockTest {
    private static final Instant REAL = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant CITY = Instant.parse("2026-09-01T01:00:00Z");

    @TempDir
    Path folder;

    private final RealTime real = new RealTime();
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("clock.properties");
        write(REAL, CITY, "1.0");
    }

    @Test
    void runsFromTheCitysOriginAtItsSpeed() throws IOException {
        write(REAL, CITY, "86400.0");
        StackClock clock = clock();

        assertThat(clock.instant()).isEqualTo(CITY);
        real.pass(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(CITY.plus(Duration.ofDays(5)));
        assertThat(CityTime.today(clock)).isEqualTo(LocalDate.of(2026, 9, 6));
    }

    @Test
    void followsAChangeOfTheFile() throws IOException {
        StackClock clock = clock();
        real.pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(CITY.plusSeconds(10));

        write(real.instant(), Instant.parse("2026-10-01T00:00:00Z"), "1000");
        real.pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-10-01T00:16:40Z"));
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(clock.instant());
    }

    @Test
    void neverRunsBackward() throws IOException {
        StackClock clock = clock();
        real.pass(Duration.ofSeconds(10));
        Instant before = clock.instant();

        write(real.instant(), CITY.minusSeconds(3600), "1.0");
        real.pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void keepsItsCourseWhenTheFileIsUnreadable() throws IOException {
        StackClock clock = clock();
        Files.writeString(file, "speed=fast\n");
        real.pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(CITY.plusSeconds(3));

        Files.delete(file);
        real.pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(CITY.plusSeconds(6));
    }

    @Test
    void needsAFileThatSaysSomethingSensible() throws IOException {
        for (String speed : List.of("-1", "NaN", "1e9", "fast")) {
            write(REAL, CITY, speed);
            assertThatThrownBy(this::clock).isInstanceOf(IllegalArgumentException.class);
        }
        Files.delete(file);
        assertThatThrownBy(this::clock)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clock.properties");
    }

    @Test
    void productionRefusesAClockThatCanBeMoved() {
        Optional<String> set = Optional.of(file.toString());

        assertThatThrownBy(() -> ClockProducer.check(set, List.of("prod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QINGCHENG_CLOCK_FILE");
        assertThatCode(() -> ClockProducer.check(set, List.of("stack"))).doesNotThrowAnyException();
        assertThatCode(() -> ClockProducer.check(Optional.empty(), List.of("prod")))
                .doesNotThrowAnyException();
    }

    private StackClock clock() {
        return new StackClock(file, real);
    }

    private void write(Instant realOrigin, Instant cityOrigin, String speed) throws IOException {
        Path next = folder.resolve("clock.next");
        Files.writeString(next, "realOrigin=" + realOrigin + "\ncityOrigin=" + cityOrigin + "\nspeed=" + speed + "\n");
        Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static final class RealTime extends Clock {
        private Instant now = REAL;

        void pass(Duration duration) {
            now = now.plus(duration);
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
            return this;
        }
    }
}
