package cn.qingcheng.faults.fault;

import cn.qingcheng.stack.Part;
import cn.qingcheng.stack.StackFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts again what has died, after a while and as often as it takes, as the supervisor of a cluster does. */
final class Keeper implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_OWN_DEATH = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILED_START = Duration.ofSeconds(3);

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Consumer<String> tell;
    private final Map<String, Long> dueNanos = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
    private final Set<String> starting = ConcurrentHashMap.newKeySet();
    private final Thread rounds = Daemons.named("keeper").newThread(this::goRound);
    private final ExecutorService starters = Executors.newCachedThreadPool(Daemons.named("keeper start"));
    private volatile boolean closed;

    Keeper(List<Part> parts, Consumer<String> tell) {
        parts.forEach(part -> {
            this.parts.put(part.name(), part);
            free.put(part.name(), new Semaphore(1));
        });
        this.tell = tell;
        rounds.start();
    }

    /** Kills a part and leaves it dead for a while. */
    void kill(Part part, Duration pause) {
        dueNanos.put(part.name(), System.nanoTime() + pause.toNanos());
        part.kill();
    }

    /**
     * Leaves a part to someone who stops and starts it himself; returns when nobody else has it or is starting it. Whoever
     * holds several takes them in the order of their services.
     */
    void hold(Part part) {
        permit(part).acquireUninterruptibly();
        while (starting.contains(part.name())) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    void release(Part part) {
        permit(part).release();
    }

    private boolean isHeld(Part part) {
        return permit(part).availablePermits() == 0;
    }

    private Semaphore permit(Part part) {
        return Objects.requireNonNull(free.get(part.name()), part.name());
    }

    private void goRound() {
        while (!closed) {
            try {
                parts.values().forEach(this::look);
            } catch (RuntimeException e) {
                tell.accept("the keeper could not look after the parts: " + e);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void look(Part part) {
        if (isHeld(part) || starting.contains(part.name()) || part.isRunning() || !isDue(part)) {
            return;
        }
        starting.add(part.name());
        if (isHeld(part)) {
            // Held meanwhile by someone who has not seen that we were about to start it.
            starting.remove(part.name());
        } else {
            starters.execute(() -> start(part));
        }
    }

    /** Dead without anyone's doing: also what a fault elsewhere has brought about. */
    private boolean isDue(Part part) {
        Long due = dueNanos.get(part.name());
        if (due == null) {
            tell.accept(part.name() + " ended by itself");
            dueNanos.put(part.name(), System.nanoTime() + AFTER_OWN_DEATH.toNanos());
            return false;
        }
        return System.nanoTime() - due >= 0;
    }

    private void start(Part part) {
        try {
            if (!part.isRunning()) {
                part.start();
            }
            dueNanos.remove(part.name());
        } catch (StackFailure notYet) {
            tell.accept("not yet started: " + notYet.sentence());
            dueNanos.put(part.name(), System.nanoTime() + AFTER_FAILED_START.toNanos());
        } finally {
            starting.remove(part.name());
        }
    }

    /** Ends all pauses and waits until every part runs. */
    void startAll(Duration patience) {
        dueNanos.replaceAll((part, due) -> System.nanoTime());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!missing().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("still not running: " + missing());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private List<String> missing() {
        return parts.values().stream()
                .filter(part -> starting.contains(part.name()) || !part.isRunning())
                .map(Part::name)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        starters.shutdownNow();
    }
}
