package cn.qingcheng.subsidy.review;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks every second for corrections that are overdue. */
@ApplicationScoped
public class LapseJob {
    @Inject
    ReviewService reviews;

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        reviews.lapseOverdue();
    }
}
