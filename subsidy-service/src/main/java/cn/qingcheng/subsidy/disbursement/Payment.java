package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.problem.IllegalTransition;
import cn.qingcheng.subsidy.entitlement.Instalment;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** The payment of one instalment. The bank settles it or returns it, once. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Payment {
    @Id
    private UUID id;

    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private DisbursementBatch batch;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Instalment instalment;

    private UUID applicationId;
    private UUID talentId;
    private String schemeCode;
    private String period;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private @Nullable String reasonCode;
    private @Nullable LocalDate settledOn;

    @ElementCollection
    @CollectionTable(name = "payment_history", joinColumns = @JoinColumn(name = "payment_id"))
    @OrderColumn(name = "position")
    private List<PaymentChange> history = new ArrayList<>();

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Payment() {}

    Payment(String number, DisbursementBatch batch, Instalment instalment, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.number = number;
        this.batch = batch;
        this.instalment = instalment;
        this.applicationId = instalment.entitlement().applicationId();
        this.talentId = instalment.talentId();
        this.schemeCode = batch.schemeCode();
        this.period = instalment.period();
        this.amountFen = instalment.amountFen();
        this.status = PaymentStatus.READY;
        this.createdAt = at;
        this.updatedAt = at;
        history.add(new PaymentChange(null, status, batch.builtBy(), at, null));
    }

    void send(String by, Instant at) {
        become(PaymentStatus.SENT, by, at, null);
    }

    void settle(LocalDate on, String by, Instant at) {
        become(PaymentStatus.SETTLED, by, at, null);
        settledOn = on;
        instalment.paid(at);
    }

    void returnedByBank(String reason, String by, Instant at) {
        become(PaymentStatus.RETURNED, by, at, reason);
        reasonCode = reason;
        instalment.returned(at);
    }

    private void become(PaymentStatus next, String by, Instant at, @Nullable String reason) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
        history.add(new PaymentChange(status, next, by, at, reason));
        status = next;
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public DisbursementBatch batch() {
        return batch;
    }

    public Instalment instalment() {
        return instalment;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID talentId() {
        return talentId;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public String period() {
        return period;
    }

    public long amountFen() {
        return amountFen;
    }

    public PaymentStatus status() {
        return status;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable LocalDate settledOn() {
        return settledOn;
    }

    public List<PaymentChange> history() {
        return List.copyOf(history);
    }
}
