package cn.qingcheng.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Forgets events that cannot come again: happenings are kept 30 days in Kafka, so twice that is safe. */
@Singleton
class InboxPurge {
    private static final Logger LOG = Logger.getLogger(InboxPurge.class);
    private static final int KEPT_DAYS = 60;

    private final InboxTable table;

    @Inject
    InboxPurge(InboxTable table) {
        this.table = table;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        int purged = QuarkusTransaction.requiringNew().call(() -> table.purge(KEPT_DAYS));
        LOG.debugf("%d rows of the inbox purged", purged);
    }
}
