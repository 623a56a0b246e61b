package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.upstream.UpstreamSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies we hold at this moment so that their requests can be sent again; never more than allowed. */
@ApplicationScoped
class KeptBodies {

    private final long small;
    private final long allTogether;
    private final AtomicLong kept = new AtomicLong();

    KeptBodies(UpstreamSettings settings) {
        small = settings.repeatableBody().asLongValue();
        allTogether = settings.repeatableMemory().asLongValue();
    }

    /** Whether a stream that is no longer than this is better kept as well. */
    boolean areSmall(long bytes) {
        return bytes >= 0 && bytes <= small;
    }

    /** Whether so much more may be kept; if so, it must be let go of in the end. */
    boolean take(long bytes) {
        if (kept.addAndGet(bytes) > allTogether) {
            kept.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void letGo(long bytes) {
        kept.addAndGet(-bytes);
    }
}
