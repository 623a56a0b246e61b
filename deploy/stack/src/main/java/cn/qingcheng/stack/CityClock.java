package cn.qingcheng.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that tells every service of the embedded stack what time it is in the city: {@code cityOrigin + (real -
 * realOrigin) * speed}. Services re-read it when it changes and never go backward, so neither does this.
 */
public final class CityClock {
    /** Where a new city's time begins: 9 o'clock on the first of September. */
    static final Instant START = Instant.parse("2026-09-01T01:00:00Z");

    static final double MAX_SPEED = 1_000_000;

    private static final String REAL_ORIGIN = "realOrigin";
    private static final String CITY_ORIGIN = "cityOrigin";
    private static final String SPEED = "speed";
    private static final String STOPPED = "stopped";

    private final Path file;
    private final Clock real;

    public CityClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    /** Starts the clock, or lets it go on from where {@link #stop} left it. */
    void start(@Nullable Double speed) {
        Map<String, String> values = PropertyFile.read(file);
        if (values.isEmpty()) {
            write(START, speed == null ? 1 : speed, false);
        } else if (Boolean.parseBoolean(values.get(STOPPED))) {
            write(Instant.parse(value(values, CITY_ORIGIN)), speed == null ? speed() : speed, false);
        } else if (speed != null) {
            setSpeed(speed);
        }
    }

    /** Freezes the city's time while nothing runs, so that a night at speed 1000 is not three years. */
    void stop() {
        Map<String, String> values = PropertyFile.read(file);
        if (!values.isEmpty() && !Boolean.parseBoolean(values.get(STOPPED))) {
            write(now(), speed(), true);
        }
    }

    /** Sets the time of a city that does not run, to go on from there when it is started. */
    void standAt(Instant cityTime) {
        write(cityTime, speed(), true);
    }

    /** The time in the city. */
    public Instant now() {
        Map<String, String> values = existing();
        Instant cityOrigin = Instant.parse(value(values, CITY_ORIGIN));
        if (Boolean.parseBoolean(values.get(STOPPED))) {
            return cityOrigin;
        }
        Duration real = Duration.between(Instant.parse(value(values, REAL_ORIGIN)), this.real.instant());
        return cityOrigin.plusMillis(Math.round(real.toMillis() * Double.parseDouble(value(values, SPEED))));
    }

    /** City seconds per real second. */
    public double speed() {
        return Double.parseDouble(value(existing(), SPEED));
    }

    public void setSpeed(double speed) {
        write(now(), speed, stopped());
    }

    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new StackFailure("The city's clock only goes forward: " + by + " was asked.");
        }
        write(now().plus(by), speed(), stopped());
    }

    public void advanceTo(Instant instant) {
        Instant now = now();
        if (instant.isBefore(now)) {
            throw new StackFailure(
                    "The city's clock only goes forward: it is " + now + " there, and " + instant + " was asked.");
        }
        write(instant, speed(), stopped());
    }

    private boolean stopped() {
        return Boolean.parseBoolean(existing().get(STOPPED));
    }

    private void write(Instant cityOrigin, double speed, boolean stopped) {
        if (!(speed >= 0 && speed <= MAX_SPEED)) {
            throw new StackFailure(
                    "The clock's speed goes from 0 to " + (long) MAX_SPEED + ": " + speed + " was asked.");
        }
        Map<String, String> values = new TreeMap<>();
        values.put(REAL_ORIGIN, real.instant().toString());
        values.put(CITY_ORIGIN, cityOrigin.toString());
        values.put(SPEED, Double.toString(speed));
        values.put(STOPPED, Boolean.toString(stopped));
        PropertyFile.write(file, values);
    }

    private Map<String, String> existing() {
        Map<String, String> values = PropertyFile.read(file);
        if (values.isEmpty()) {
            throw new StackFailure("There is no city in " + file.getParent() + ": start it with ./deploy/up.");
        }
        return values;
    }

    private String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StackFailure(file + " is damaged: it has no " + name + ".");
        }
        return value;
    }
}
