package cn.qingcheng.kit.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the application under test: stands still until it is moved. Takes the place of the kit's clock wherever
 * this module is on the class path; inject it to set it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {
    /** A Tuesday morning, the first day of the sample city. */
    public static final Instant START = Instant.parse("2026-09-01T01:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves forward (or back, by a negative duration). */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Stops at the instant. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Back to {@link #START}. */
    public synchronized void reset() {
        now = START;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        TestClock clock = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return clock.withZone(other);
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        };
    }
}
