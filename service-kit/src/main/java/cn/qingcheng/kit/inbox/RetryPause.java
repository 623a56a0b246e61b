package cn.qingcheng.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits between tries, longer each time up to 10 s, and not beyond the end of the service. */
@Singleton
class RetryPause {
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** A failure while the service stops tells nothing about the event: what the effect needs is being closed. */
    void failWhenStopping() {
        if (stopping.getCount() == 0) {
            throw new IllegalStateException("the service stops; the event will come again");
        }
    }

    /** Throws {@link IllegalStateException} when the service stops meanwhile. */
    void beforeNextTryAfter(int tries) {
        long longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(tries - 1, 10));
        long millis = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the service stops; the event will come again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the event will come again", e);
        }
    }
}
