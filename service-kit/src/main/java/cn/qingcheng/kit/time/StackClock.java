package cn.qingcheng.kit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The clock of the embedded stack: city time runs from {@code cityOrigin} at {@code speed} times real time since
 * {@code realOrigin}, as a small properties file says that all processes of the stack read. The file is looked at
 * whenever the time is asked (a microsecond or two), so a change takes effect at once everywhere. Never runs backward; never used in production.
 */
public final class StackClock extends Clock {
    private static final Logger LOG = Logger.getLogger(StackClock.class);

    private record Course(Instant realOrigin, Instant cityOrigin, double speed) {
        Instant at(Instant real) {
            double realNanos = (double) Duration.between(realOrigin, real).toNanos();
            return cityOrigin.plusNanos(Math.round(realNanos * speed));
        }
    }

    private record Version(long modifiedMillis, long size, Object fileKey) {}

    private final Path file;
    private final Clock real;
    private final ZoneId zone;
    private final State state;

    /** What is shared by the clock and its copies in other zones. */
    private static final class State {
        private volatile Course course;
        private volatile Version version;
        private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

        State(Course course, Version version) {
            this.course = course;
            this.version = version;
        }
    }

    /**
     * Follows a file that must exist.
     *
     * @throws IllegalArgumentException when the file is missing or says nothing sensible
     */
    public StackClock(Path file) {
        this(file, Clock.systemUTC());
    }

    StackClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
        this.zone = CityTime.ZONE;
        try {
            Version version = version(file);
            this.state = new State(read(file), version);
        } catch (IOException | DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("the clock file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private StackClock(StackClock other, ZoneId zone) {
        this.file = other.file;
        this.real = other.real;
        this.state = other.state;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        lookAgain();
        Instant now = state.course.at(real.instant());
        return state.latest.accumulateAndGet(now, (before, after) -> after.isAfter(before) ? after : before);
    }

    private void lookAgain() {
        try {
            Version found = version(file);
            if (!found.equals(state.version)) {
                state.course = read(file);
                state.version = found;
            }
        } catch (IOException | UncheckedIOException | DateTimeException | IllegalArgumentException e) {
            LOG.warnf("the clock file %s cannot be read, the clock keeps its course: %s", file, e.getMessage());
        }
    }

    private static Version version(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return new Version(attributes.lastModifiedTime().toMillis(), attributes.size(), key == null ? "" : key);
    }

    private static Course read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        double speed = Double.parseDouble(need(properties, "speed"));
        if (!(speed >= 0 && speed <= 1e7)) {
            throw new IllegalArgumentException("speed must be between 0 and 10000000, not " + speed);
        }
        return new Course(
                Instant.parse(need(properties, "realOrigin")), Instant.parse(need(properties, "cityOrigin")), speed);
    }

    private static String need(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.strip();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StackClock(this, other);
    }
}
