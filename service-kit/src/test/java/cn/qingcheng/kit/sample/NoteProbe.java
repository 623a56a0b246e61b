package cn.qingcheng.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests may know of the sample's inside: how often something happened, and a gate to hold it at. */
@ApplicationScoped
public class NoteProbe {

    private final AtomicInteger effects = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch held = new CountDownLatch(0);

    @Inject
    NoteRepository notes;

    /** How often a note was made, rolled back or not. */
    public int effects() {
        return effects.get();
    }

    @Transactional
    public long countOf(String title) {
        return notes.count("title", title);
    }

    /** From now on whoever makes a note waits. */
    public void hold() {
        held = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    public void awaitHeld() throws InterruptedException {
        held.await();
    }

    public void release() {
        gate.countDown();
    }

    void pass() throws InterruptedException {
        effects.incrementAndGet();
        held.countDown();
        gate.await();
    }
}
