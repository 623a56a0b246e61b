package cn.qingcheng.kit.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads along what the application under test logs, its own code down to debug, until it is closed. */
public final class LogWatch implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("cn.qingcheng");

    /** Switched off in tests, see the kit's settings. */
    private static final Logger SECURITY = Logger.getLogger("cn.qingcheng.security");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Level before = OURS.getLevel();
    private final Level securityBefore = SECURITY.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringWriter text = new StringWriter();
            text.append(entry.getLoggerName()).append(": ").append(entry.getMessage());
            text.append(' ').append(Arrays.toString(entry.getParameters()));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    };

    private LogWatch() {
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        OURS.setLevel(Level.FINE);
        SECURITY.setLevel(Level.FINE);
    }

    public static LogWatch open() {
        return new LogWatch();
    }

    /** What has been logged, with parameters and stack traces. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** No line, and there are some, has any of these in it. */
    public void assertSilentAbout(Collection<String> values) {
        if (lines.isEmpty()) {
            throw new AssertionError("nothing was logged, so nothing is shown");
        }
        List<String> telling = lines.stream()
                .filter(line -> values.stream().anyMatch(line::contains))
                .toList();
        if (!telling.isEmpty()) {
            throw new AssertionError("logged, and must not be: " + String.join("\n", telling));
        }
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        OURS.setLevel(before);
        SECURITY.setLevel(securityBefore);
    }
}
