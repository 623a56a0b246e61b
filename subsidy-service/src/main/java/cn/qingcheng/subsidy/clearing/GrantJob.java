package cn.qingcheng.subsidy.clearing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks every second whether money came for applications that wait for it. */
@ApplicationScoped
public class GrantJob {
    @Inject
    ClearingService clearing;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        clearing.grantWaiting();
    }
}
