package cn.qingcheng.stack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/clock}. */
@Command(
        name = "clock",
        description = "Shows the city's time, and moves it forward.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ClockCommand implements Callable<Integer> {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @Mixin
    CityCommand city = new CityCommand();

    @Option(names = "--advance", paramLabel = "PERIOD", description = "Jump forward, in ISO 8601: P7D, P1M, PT36H.")
    @Nullable
    String advance;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Jump forward to an instant: 2026-10-08T01:00:00Z.")
    @Nullable
    String to;

    @Option(names = "--speed", paramLabel = "N", description = "City seconds per real second from now on.")
    @Nullable
    Double speed;

    @Override
    public Integer call() {
        CityClock clock = new CityClock(city.dataFolder(Layout.find()).clock(), Clock.systemUTC());
        if (advance != null) {
            clock.advance(duration(advance, clock.now()));
        }
        if (to != null) {
            clock.advanceTo(instant(to));
        }
        if (speed != null) {
            clock.setSpeed(speed);
        }
        Instant now = clock.now();
        city.out()
                .printf(
                        "In the city it is %s (%s), at speed %s.%n",
                        LocalDateTime.ofInstant(now, CITY).withNano(0),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        clock.speed());
        return 0;
    }

    /** Months and years count from the city's present date. */
    static Duration duration(String text, Instant from) {
        try {
            if (text.contains("T")) {
                return Duration.parse(text);
            }
            return Duration.between(
                    from, from.atOffset(ZoneOffset.UTC).plus(Period.parse(text)).toInstant());
        } catch (DateTimeParseException e) {
            throw new StackFailure("\"" + text + "\" is no period of ISO 8601, such as P7D, P1M or PT36H.", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new StackFailure("\"" + text + "\" is no instant of ISO 8601, such as 2026-10-08T01:00:00Z.", e);
        }
    }
}
