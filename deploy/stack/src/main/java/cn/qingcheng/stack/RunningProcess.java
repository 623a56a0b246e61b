package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process known by its number, started by this program or by an earlier run of it. */
record RunningProcess(String name, ProcessHandle handle) {
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    /**
     * A zombie that nobody has buried yet counts as gone, as it holds no port, file or memory; but not before its last
     * thread has ended, too.
     */
    boolean alive() {
        return handle.isAlive() && !(isInState("Z") && threads() <= 1);
    }

    private int threads() {
        String[] tasks =
                Path.of("/proc", Long.toString(handle.pid()), "task").toFile().list();
        return tasks == null ? 0 : tasks.length;
    }

    /** Is the other one this process or below it? */
    boolean owns(RunningProcess other) {
        return handle.equals(other.handle)
                || handle.descendants().anyMatch(descendant -> descendant.equals(other.handle));
    }

    /** The system's letter for it: Z for a zombie, T for one that was stopped. */
    private boolean isInState(String letter) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return stat.startsWith(letter, stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    void signal(String signal) {
        signal(signal, List.of(this));
    }

    /** Stands still this process and all below it. */
    void pause() {
        standStill();
    }

    /** Lets go on this process and all below it; no harm to one that was not paused. */
    void resume() {
        signal("CONT", Stream.concat(Stream.of(this), below()).toList());
    }

    /** Ends this process and all below it without a word, and waits until they are gone. */
    void kill() {
        List<RunningProcess> all = standStill();
        signal("KILL", all);
        while (all.stream().anyMatch(RunningProcess::alive)) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Begins at the top and waits for it to stand, for what stands has no more children. */
    private List<RunningProcess> standStill() {
        signal("STOP");
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (alive() && !isInState("T") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(INSTANT.toNanos());
        }
        List<RunningProcess> all = Stream.concat(Stream.of(this), below()).toList();
        signal("STOP", all);
        return all;
    }

    private Stream<RunningProcess> below() {
        return handle.descendants().map(process -> new RunningProcess(name, process));
    }

    /** Waits for the end, and after the grace period brings it about for all below, too. */
    void awaitEnd(Duration grace, Progress progress) {
        long deadline = System.nanoTime() + grace.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                kill();
            }
            progress.tick();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private static void signal(String signal, List<RunningProcess> targets) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, "--"));
        targets.forEach(target -> command.add(Long.toString(target.handle.pid())));
        try {
            Process kill = new ProcessBuilder(command)
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
