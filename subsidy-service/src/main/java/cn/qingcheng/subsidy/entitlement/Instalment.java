package cn.qingcheng.subsidy.entitlement;

import cn.qingcheng.kit.problem.IllegalTransition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** One month of an entitlement, paid at most once. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Instalment {
    @Id
    private UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Entitlement entitlement;

    private UUID talentId;
    private String schemeCode;
    private String period;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private InstalmentStatus status;

    private @Nullable Instant payeeCorrectedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Instalment() {}

    Instalment(Entitlement entitlement, UUID talentId, String schemeCode, String period, long amountFen, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.entitlement = entitlement;
        this.talentId = talentId;
        this.schemeCode = schemeCode;
        this.period = period;
        this.amountFen = amountFen;
        this.status = InstalmentStatus.PLANNED;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public void takeIntoPayment(Instant at) {
        become(InstalmentStatus.IN_PAYMENT, at);
    }

    public void paid(Instant at) {
        become(InstalmentStatus.PAID, at);
    }

    public void returned(Instant at) {
        become(InstalmentStatus.RETURNED, at);
        payeeCorrectedAt = null;
    }

    /** It can be paid again, to another account. */
    public void payeeCorrected(Instant at) {
        payeeCorrectedAt = at;
        updatedAt = at;
    }

    private void become(InstalmentStatus next, Instant at) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
        status = next;
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public Entitlement entitlement() {
        return entitlement;
    }

    public UUID talentId() {
        return talentId;
    }

    public String period() {
        return period;
    }

    public long amountFen() {
        return amountFen;
    }

    public InstalmentStatus status() {
        return status;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
