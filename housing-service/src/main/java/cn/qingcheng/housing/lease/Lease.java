package cn.qingcheng.housing.lease;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.SubjectType;
import cn.qingcheng.housing.offer.Offer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A unit let to a person for a term; the database lets no two terms of one unit, or of one person, overlap. */
@Entity
public class Lease {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String number;
    private UUID offerId;
    private UUID applicationId;
    private UUID talentId;
    private UUID unitId;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private LeaseStatus status;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private long rentFen;
    private long depositFen;
    private String termsDigest;
    private Instant offerAcceptedAt;
    private @Nullable Instant signedAt;
    private @Nullable Instant handedOverAt;

    @Column
    private @Nullable String handedOverBy;

    @Column
    private @Nullable BigDecimal electricityReading;

    @Column
    private @Nullable BigDecimal waterReading;

    @Column
    private @Nullable BigDecimal gasReading;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Version
    private long version;

    protected Lease() {}

    Lease(Offer offer, LeaseTerms terms, Step step) {
        this.number = terms.number();
        this.offerId = offer.id();
        this.applicationId = offer.applicationId();
        this.talentId = offer.talentId();
        this.unitId = offer.unitId();
        this.unitCode = offer.unitCode();
        this.status = LeaseStatus.PENDING_SIGNATURE;
        this.startsOn = terms.startsOn();
        this.endsOn = terms.endsOn();
        this.rentFen = terms.rentFen();
        this.depositFen = terms.depositFen();
        this.termsDigest = terms.digest();
        this.offerAcceptedAt = Objects.requireNonNull(offer.decidedAt(), "a lease follows an accepted offer");
        this.createdAt = step.at();
        this.updatedAt = step.at();
    }

    StateChange created(Step step) {
        return step.of(SubjectType.LEASE, id, null, status);
    }

    StateChange sign(Step step) {
        StateChange change = move(LeaseStatus.SIGNED, step);
        signedAt = step.at();
        return change;
    }

    /** Keys for readings: what the meters showed when the tenant moved in. */
    StateChange handOver(HandOverRequest readings, Step step) {
        StateChange change = move(LeaseStatus.HANDED_OVER, step);
        handedOverAt = step.at();
        handedOverBy = step.by();
        electricityReading = readings.electricityReading();
        waterReading = readings.waterReading();
        gasReading = readings.gasReading();
        return change;
    }

    StateChange activate(Step step) {
        return move(LeaseStatus.ACTIVE, step);
    }

    private StateChange move(LeaseStatus to, Step step) {
        LeaseStatus from = status;
        status = from.to(to);
        updatedAt = step.at();
        return step.of(SubjectType.LEASE, id, from, to);
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID offerId() {
        return offerId;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID talentId() {
        return talentId;
    }

    public UUID unitId() {
        return unitId;
    }

    public String unitCode() {
        return unitCode;
    }

    public LeaseStatus status() {
        return status;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public long rentFen() {
        return rentFen;
    }

    public long depositFen() {
        return depositFen;
    }

    public String termsDigest() {
        return termsDigest;
    }

    public Instant offerAcceptedAt() {
        return offerAcceptedAt;
    }

    public @Nullable Instant signedAt() {
        return signedAt;
    }

    public @Nullable Instant handedOverAt() {
        return handedOverAt;
    }
}
