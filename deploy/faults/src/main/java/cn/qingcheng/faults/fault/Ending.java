package cn.qingcheng.faults.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a run's faults, which comes when the schedule is over or when the city is healed before. */
final class Ending {
    private final CountDownLatch latch = new CountDownLatch(1);

    void come() {
        latch.countDown();
    }

    boolean hasCome() {
        return latch.getCount() == 0;
    }

    /** Waits for a while, or until the end if that comes first; an interrupt is an end, too. */
    void await(Duration duration) {
        try {
            if (latch.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            come();
        }
    }
}
