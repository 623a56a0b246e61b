package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.problem.IllegalTransition;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** One month's payments of one scheme, sent to the bank together. Who builds a batch does not approve it. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class DisbursementBatch {
    @Id
    private UUID id;

    private String number;
    private String schemeCode;
    private String budgetLineCode;
    private String period;

    @Enumerated(EnumType.STRING)
    private BatchStatus status;

    private int paymentCount;
    private long totalFen;
    private long againFen;
    private String builtBy;
    private @Nullable String approvedBy;
    private @Nullable String fileDigest;

    @ElementCollection
    @CollectionTable(name = "batch_history", joinColumns = @JoinColumn(name = "batch_id"))
    @OrderColumn(name = "position")
    private List<BatchChange> history = new ArrayList<>();

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected DisbursementBatch() {}

    DisbursementBatch(String number, BatchPlan plan, String by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.number = number;
        this.schemeCode = plan.schemeCode();
        this.budgetLineCode = plan.budgetLineCode();
        this.period = plan.period();
        this.paymentCount = plan.paymentCount();
        this.totalFen = plan.totalFen();
        this.againFen = plan.againFen();
        this.status = BatchStatus.DRAFT;
        this.builtBy = by;
        this.createdAt = at;
        this.updatedAt = at;
        history.add(new BatchChange(null, status, by, at, null));
    }

    public void lock(String by, Instant at) {
        become(BatchStatus.LOCKED, by, at);
    }

    public void approve(String by, Instant at) {
        mustBecome(BatchStatus.APPROVED);
        if (by.equals(builtBy)) {
            throw new ProblemException(DisbursementProblem.BATCH_SECOND_OFFICER_NEEDED);
        }
        approvedBy = by;
        become(BatchStatus.APPROVED, by, at);
    }

    /** The money has been set aside in the ledger. */
    public void fundsReserved(String by, Instant at) {
        become(BatchStatus.FUNDS_RESERVED, by, at);
    }

    /** The bank file with this digest has been written. */
    public void sent(String digest, String by, Instant at) {
        mustBecome(BatchStatus.SENT);
        fileDigest = digest;
        become(BatchStatus.SENT, by, at);
    }

    /** Some or all of its payments have been answered by the bank. */
    public void answered(boolean all, String by, Instant at) {
        BatchStatus next = all ? BatchStatus.RECONCILED : BatchStatus.PARTIALLY_SETTLED;
        if (status != next) {
            become(next, by, at);
        }
    }

    /** Refuses a step out of order before anything is done for it. */
    void mustBecome(BatchStatus next) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
    }

    private void become(BatchStatus next, String by, Instant at) {
        mustBecome(next);
        history.add(new BatchChange(status, next, by, at, null));
        status = next;
        updatedAt = at;
    }

    /** The bank has its file and may answer. */
    public boolean isSent() {
        return fileDigest != null;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public String budgetLineCode() {
        return budgetLineCode;
    }

    public String period() {
        return period;
    }

    public BatchStatus status() {
        return status;
    }

    public int paymentCount() {
        return paymentCount;
    }

    public long totalFen() {
        return totalFen;
    }

    /** The part of the total that the bank had returned before. */
    public long againFen() {
        return againFen;
    }

    public String builtBy() {
        return builtBy;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable String fileDigest() {
        return fileDigest;
    }

    public List<BatchChange> history() {
        return List.copyOf(history);
    }

    public long version() {
        return version;
    }
}
