package cn.qingcheng.stack;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line per step with its seconds: on a terminal the line counts along, in a file it appears when it is over. */
final class ConsoleProgress implements Progress {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final Clock clock;
    private final Instant begun;
    private Instant stepBegun;
    private Instant lastLine;
    private @Nullable String current;

    ConsoleProgress(PrintWriter out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.instant();
        this.stepBegun = begun;
        this.lastLine = begun;
    }

    @Override
    public void step(String what) {
        done();
        current = what;
        stepBegun = clock.instant();
        lastLine = stepBegun;
        if (terminal) {
            out.printf("\r\033[K  … %s", what);
            out.flush();
        }
    }

    @Override
    public void tick() {
        Instant now = clock.instant();
        if (current == null) {
            return;
        }
        if (terminal) {
            if (Duration.between(lastLine, now).compareTo(SECOND) >= 0) {
                lastLine = now;
                out.printf("\r\033[K  … %s (%d s)", current, seconds(stepBegun, now));
                out.flush();
            }
        } else if (Duration.between(lastLine, now).compareTo(PATIENCE) >= 0) {
            lastLine = now;
            out.printf("[%3d s] %s: %d s so far%n", seconds(begun, now), current, seconds(stepBegun, now));
            out.flush();
        }
    }

    @Override
    public void done() {
        if (current != null) {
            Instant now = clock.instant();
            out.printf(
                    "%s[%3d s] %s (%.1f s)%n",
                    terminal ? "\r\033[K" : "",
                    seconds(begun, now),
                    current,
                    Duration.between(stepBegun, now).toMillis() / 1000.0);
            out.flush();
            current = null;
        }
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
