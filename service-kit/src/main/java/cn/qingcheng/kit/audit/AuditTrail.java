package cn.qingcheng.kit.audit;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.event.Correlation;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Append-only, hash-chained record of who decided what and who read what. The chain shows any record that was changed
 * or taken out of the middle; that its newest records were cut off shows only against a copy of the last hash kept
 * elsewhere.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String SYSTEM = "system";

    private final AuditTable table;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final Caller caller;
    private final Instance<EntityManager> entities;

    @Inject
    AuditTrail(
            AuditTable table,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            Caller caller,
            Instance<EntityManager> entities) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
        this.caller = caller;
        this.entities = entities;
    }

    /**
     * Adds a record to the running transaction; it is written as the last thing before commit. Who did it comes from
     * the caller's token, {@code system} without one.
     *
     * @param action in capitals, such as {@code APPLICATION_APPROVED}
     * @param reason why, as the officer gave it
     * @throws IllegalStateException without a transaction
     */
    public void record(String action, String objectType, String objectId, @Nullable String reason) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an audit record belongs to the transaction it tells of; there is none");
        }
        PendingRecords pending = (PendingRecords) transactions.getResource(PendingRecords.class);
        if (pending == null) {
            pending = new PendingRecords();
            transactions.putResource(PendingRecords.class, pending);
            letHibernateRegisterFirst();
            transactions.registerInterposedSynchronization(pending);
        }
        pending.records.add(new Unchained(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                action,
                objectType,
                objectId,
                reason,
                Correlation.id()));
    }

    /** What is registered first is done first before commit: entities are then flushed, and their rows locked. */
    private void letHibernateRegisterFirst() {
        if (entities.isResolvable() && !entities.get().isJoinedToTransaction()) {
            throw new IllegalStateException("the entities do not take part in the transaction");
        }
    }

    /** All records of one object, oldest first. */
    public List<AuditRecord> of(String objectType, String objectId) {
        return table.of(objectType, objectId);
    }

    /** Recomputes the chain: the position of the first record that is not as written, or empty when all are. */
    public OptionalLong verify() {
        return QuarkusTransaction.joiningExisting().call(table::firstBroken);
    }

    private String actor() {
        return Arc.container().requestContext().isActive() ? caller.account().orElse(SYSTEM) : SYSTEM;
    }

    /**
     * What the transaction has to say. Written last, after everything else has its locks: the chain has one lock, and
     * who holds it must wait for nobody.
     */
    private final class PendingRecords implements Synchronization {
        private final List<Unchained> records = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            table.append(records);
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
