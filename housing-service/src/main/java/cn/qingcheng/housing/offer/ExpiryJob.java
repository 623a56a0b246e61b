package cn.qingcheng.housing.offer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks once a second for offers nobody answered. Several instances may run: each offer ends once. */
@ApplicationScoped
public class ExpiryJob {

    private static final Logger LOG = Logger.getLogger(ExpiryJob.class);
    private static final int OFFERS_PER_RUN = 100;

    private final OfferService service;

    ExpiryJob(OfferService service) {
        this.service = service;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void expireDue() {
        for (UUID offerId : service.due(OFFERS_PER_RUN)) {
            expire(offerId);
        }
    }

    /** One offer that cannot be ended now must not keep the others waiting; it is tried again in a second. */
    private void expire(UUID offerId) {
        try {
            service.expire(offerId);
        } catch (RuntimeException e) {
            LOG.warnf(e, "offer %s could not be expired, trying again", offerId);
        }
    }
}
