package cn.qingcheng.stack;

import java.util.concurrent.CountDownLatch;

/**
 * Ends a start from another thread: the starting thread fails at its next sign of life and stops what it has started,
 * which no other thread could do without missing what is started meanwhile.
 */
final class Interruptible implements Progress {
    private final Progress inner;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean interrupted;

    Interruptible(Progress inner) {
        this.inner = inner;
    }

    @Override
    public void step(String what) {
        check();
        inner.step(what);
    }

    @Override
    public void tick() {
        check();
        inner.tick();
    }

    @Override
    public void done() {
        inner.done();
    }

    private void check() {
        if (interrupted) {
            throw new StackFailure("Interrupted; what had been started is stopped again.");
        }
    }

    /** The start has succeeded or has cleaned up. */
    void finished() {
        finished.countDown();
    }

    /** Returns when nothing is left to clean up. */
    void interrupt() {
        interrupted = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
