package cn.qingcheng.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process this program has just started, watched until it is ready. */
final class Child {
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int TAIL_BYTES = 64 * 1024;

    private final String name;
    private final Process process;
    private final Path log;
    private final long logged;

    /**
     * Watches a process.
     *
     * @param logged how long its log was before it was started
     */
    Child(String name, Process process, Path log, long logged) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logged = logged;
    }

    /** A question asked again and again while something starts. */
    interface Probe {
        boolean ready();
    }

    void awaitReady(Probe probe, Duration patience, Progress progress) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            if (ended(GLANCE)) {
                throw died();
            }
            progress.tick();
            if (probe.ready()) {
                return;
            }
        } while (System.nanoTime() < deadline);
        throw new StackFailure(name + " was not ready after " + patience.toSeconds() + " s; its log is " + log + ".");
    }

    /** Waits for a process that does one thing and ends. */
    void awaitSuccess(Duration patience, Progress progress) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended(GLANCE)) {
            progress.tick();
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new StackFailure(
                        name + " had not finished after " + patience.toSeconds() + " s; its log is " + log + ".");
            }
        }
        if (process.exitValue() != 0) {
            throw died();
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for " + name + ".", e);
        }
    }

    private StackFailure died() {
        return new StackFailure("%s ended with exit code %d%s; its log is %s."
                .formatted(name, process.exitValue(), knownCause(tail()), log));
    }

    static String knownCause(String log) {
        if (log.contains("No space left on device")) {
            return " because the disk is full";
        }
        if (log.contains("Address already in use") || log.contains("could not bind")) {
            return " because its port is taken";
        }
        if (log.contains("OutOfMemoryError") || log.contains("Cannot allocate memory")) {
            return " because memory ran out";
        }
        return "";
    }

    private String tail() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = Math.min(all.length, Math.max(Math.toIntExact(logged), all.length - TAIL_BYTES));
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
