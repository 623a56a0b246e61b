package cn.qingcheng.subsidy.publicity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks every second for lists whose working days are over. */
@ApplicationScoped
public class PublicityJob {
    @Inject
    PublicityService publicity;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        publicity.closeDue();
    }
}
