package cn.qingcheng.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** One running process of a service: how busy we keep it, and how well it has answered lately. */
public final class Instance {

    private final SocketAddress address;
    private final Turnstile turnstile;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean ready;
    private volatile boolean leaving;

    Instance(SocketAddress address, Turnstile turnstile) {
        this.address = address;
        this.turnstile = turnstile;
    }

    public SocketAddress address() {
        return address;
    }

    public int outstanding() {
        return outstanding.get();
    }

    /** Whether it said so when last asked for its health. */
    public boolean isReady() {
        return ready;
    }

    /** It gave an answer of its own, whatever that says. */
    public void succeeded() {
        failures.setPlain(0);
    }

    /** It refused a connection, broke one off, or kept us waiting too long. */
    public void failed() {
        failures.incrementAndGet();
    }

    /** It told that it is shutting down. */
    public void leaves() {
        leaving = true;
    }

    /** Counts a request as outstanding, and completes when it may be sent; if that fails, it is counted no more. */
    Future<Void> begin() {
        outstanding.incrementAndGet();
        return turnstile.enter().onFailure(full -> outstanding.decrementAndGet());
    }

    /** Once for each that has begun. */
    void end() {
        outstanding.decrementAndGet();
        turnstile.leave();
    }

    /** What a probe found; only that brings an ejected instance back. */
    void probed(boolean isReady) {
        ready = isReady;
        if (isReady) {
            failures.set(0);
            leaving = false;
        } else {
            leaving = true;
        }
    }

    boolean isEjected(int failuresAllowed) {
        return failures.get() >= failuresAllowed;
    }

    /** Asked only when no other instance is well. */
    boolean isUnwell() {
        return leaving || failures.get() > 0;
    }
}
