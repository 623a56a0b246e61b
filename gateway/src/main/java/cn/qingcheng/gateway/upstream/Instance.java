package cn.qingcheng.gateway.upstream;

import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One running process of a service: how busy we keep it, and whether it refused us lately. */
public final class Instance {

    private final SocketAddress address;
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile long refusedAtNanos;
    private volatile boolean refused;

    /** Refuses an address that is not of the form {@code http://host:port}. */
    Instance(URI uri) {
        boolean bare = uri.getRawQuery() == null && (uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath()));
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException("An upstream is http://host:port, not " + uri);
        }
        address = SocketAddress.inetSocketAddress(uri.getPort() < 0 ? 80 : uri.getPort(), uri.getHost());
    }

    public SocketAddress address() {
        return address;
    }

    public int outstanding() {
        return outstanding.get();
    }

    void begin() {
        outstanding.incrementAndGet();
    }

    void end() {
        outstanding.decrementAndGet();
    }

    void refuse() {
        refusedAtNanos = System.nanoTime();
        refused = true;
    }

    void accept() {
        refused = false;
    }

    boolean isResting(Duration rest) {
        return refused && System.nanoTime() - refusedAtNanos < rest.toNanos();
    }
}
