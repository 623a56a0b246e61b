package cn.qingcheng.subsidy.publicity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks every second for publicity whose working days are over. */
@ApplicationScoped
public class PublicityJob {
    private static final Logger LOG = Logger.getLogger(PublicityJob.class);

    @Inject
    PublicityService publicity;

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        for (UUID applicationId : publicity.due()) {
            try {
                publicity.close(applicationId);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the publicity of application %s could not be ended", applicationId);
            }
        }
    }
}
