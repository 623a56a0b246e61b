package cn.qingcheng.faults.link;

import java.time.Duration;

/** How bytes pass through a proxy at present; all its connections look here before each piece. */
final class Flow {
    private static final Flow.State FREE = new State(false, Duration.ZERO, Long.MAX_VALUE);

    private State state = FREE;

    private record State(boolean stalled, Duration latency, long bytesPerSecond) {}

    synchronized void free() {
        change(FREE);
    }

    synchronized void stall() {
        change(new State(true, Duration.ZERO, Long.MAX_VALUE));
    }

    synchronized void slow(Duration latency, long bytesPerSecond) {
        change(new State(false, latency, bytesPerSecond));
    }

    private synchronized void change(State next) {
        state = next;
        notifyAll();
    }

    /** Wakes who waits here, so that it sees that its connection is closed. */
    synchronized void wake() {
        notifyAll();
    }

    /** Returns when a piece may pass, or when its connection is closed. */
    synchronized void await(int bytes, Relay relay) throws InterruptedException {
        long begun = System.nanoTime();
        while (!relay.isClosed()) {
            long left = state.stalled() ? Long.MAX_VALUE : begun + nanos(bytes) - System.nanoTime();
            if (left <= 0) {
                return;
            }
            // Rounded up: a wait of no milliseconds would be one without end.
            wait(Math.min(Duration.ofMinutes(1).toMillis(), left / 1_000_000 + 1));
        }
    }

    private long nanos(int bytes) {
        return state.latency().toNanos() + (long) (1e9 * bytes / state.bytesPerSecond());
    }
}
