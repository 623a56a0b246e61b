package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process known by its number, started by this program or by an earlier run of it. */
record RunningProcess(String name, ProcessHandle handle) {
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** A zombie that nobody has buried yet counts as gone: it holds no port, file or memory. */
    boolean alive() {
        return handle.isAlive() && !zombie();
    }

    /** Is the other one this process or below it? */
    boolean owns(RunningProcess other) {
        return handle.equals(other.handle)
                || handle.descendants().anyMatch(descendant -> descendant.equals(other.handle));
    }

    private boolean zombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    void signal(String signal) {
        signal(signal, Long.toString(handle.pid()));
    }

    /** Waits for the end, and after the grace period brings it about for the whole group. */
    void awaitEnd(Duration grace, Progress progress) {
        long deadline = System.nanoTime() + grace.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                signal("KILL", "-" + handle.pid());
                handle.destroyForcibly();
                deadline = System.nanoTime() + grace.toNanos();
            }
            progress.tick();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static void signal(String signal, String target) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, "--", target)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
