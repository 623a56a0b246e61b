package cn.qingcheng.subsidy.budget;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A balanced movement of money within a line, with the decision that caused it; never changed afterwards. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
@Immutable
public class LedgerTransaction {
    @Id
    private UUID id;

    private UUID budgetLineId;

    @Enumerated(EnumType.STRING)
    private Movement movement;

    private long amountFen;

    @Enumerated(EnumType.STRING)
    private ReferenceType referenceType;

    private String referenceId;
    private String decision;
    private String decidedBy;
    private Instant occurredAt;

    @ElementCollection
    @CollectionTable(name = "ledger_entry", joinColumns = @JoinColumn(name = "transaction_id"))
    private Set<LedgerEntry> entries;

    protected LedgerTransaction() {}

    LedgerTransaction(UUID budgetLineId, Movement movement, long amountFen, Cause cause, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.budgetLineId = budgetLineId;
        this.movement = movement;
        this.amountFen = amountFen;
        this.referenceType = cause.type();
        this.referenceId = cause.referenceId().toString();
        this.decision = cause.decision();
        this.decidedBy = cause.decidedBy();
        this.occurredAt = at;
        this.entries = Set.of(
                new LedgerEntry(EntrySide.CREDIT, budgetLineId, movement.from(), amountFen),
                new LedgerEntry(EntrySide.DEBIT, budgetLineId, movement.to(), amountFen));
    }

    public UUID id() {
        return id;
    }

    public Movement movement() {
        return movement;
    }

    public long amountFen() {
        return amountFen;
    }

    public ReferenceType referenceType() {
        return referenceType;
    }

    public String referenceId() {
        return referenceId;
    }

    public String decision() {
        return decision;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant occurredAt() {
        return occurredAt;
    }
}
