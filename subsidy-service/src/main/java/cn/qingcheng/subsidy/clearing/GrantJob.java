package cn.qingcheng.subsidy.clearing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks every second whether money came for applications that wait for it. */
@ApplicationScoped
public class GrantJob {
    private static final Logger LOG = Logger.getLogger(GrantJob.class);

    @Inject
    ClearingService clearing;

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        for (UUID applicationId : clearing.waitingForMoney()) {
            try {
                clearing.grantWaiting(applicationId);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "application %s could not be granted", applicationId);
            }
        }
    }
}
