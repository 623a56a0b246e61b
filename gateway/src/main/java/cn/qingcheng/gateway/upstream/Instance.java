package cn.qingcheng.gateway.upstream;

import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** One running process of a service: how busy we keep it, and how well it has answered lately. */
public final class Instance {

    private final SocketAddress address;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean ready;
    private volatile boolean leaving;

    Instance(SocketAddress address) {
        this.address = address;
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

    void begin() {
        outstanding.incrementAndGet();
    }

    void end() {
        outstanding.decrementAndGet();
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
