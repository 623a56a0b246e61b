package cn.qingcheng.housing.offer;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.SubjectType;
import cn.qingcheng.housing.stock.Unit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One unit offered to one household until a working day. */
@Entity
public class Offer {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID roundId;
    private UUID applicationId;
    private UUID talentId;
    private UUID unitId;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private OfferStatus status;

    private Instant madeAt;
    private LocalDate answerBy;
    private Instant expiresAt;
    private @Nullable Instant decidedAt;
    private @Nullable String reasonCode;
    private @Nullable String heldKind;

    @Column
    private @Nullable String reason;

    @Version
    private long version;

    protected Offer() {}

    Offer(Application application, Unit unit, Deadline deadline, Step step) {
        this.roundId = application.roundId();
        this.applicationId = application.id();
        this.talentId = application.talentId();
        this.unitId = unit.id();
        this.unitCode = unit.code();
        this.status = OfferStatus.ACTIVE;
        this.madeAt = step.at();
        this.answerBy = deadline.lastDay();
        this.expiresAt = deadline.end();
    }

    /** Until when an offer can be answered: through its last day, in the city's time. */
    record Deadline(LocalDate lastDay, Instant end) {}

    StateChange made(Step step) {
        return step.of(SubjectType.OFFER, id, null, status);
    }

    StateChange accept(Step step) {
        return move(OfferStatus.ACCEPTED, step);
    }

    StateChange decline(Step step) {
        StateChange change = move(OfferStatus.DECLINED, step);
        reason = step.reason();
        return change;
    }

    StateChange expire(Step step) {
        return move(OfferStatus.EXPIRED, step);
    }

    StateChange withdraw(String code, @Nullable String benefitHeld, Step step) {
        StateChange change = move(OfferStatus.WITHDRAWN_BY_CITY, step);
        reasonCode = code;
        heldKind = benefitHeld;
        return change;
    }

    boolean isOverAt(Instant at) {
        return !at.isBefore(expiresAt);
    }

    private StateChange move(OfferStatus to, Step step) {
        OfferStatus from = status;
        status = from.to(to);
        decidedAt = step.at();
        return step.of(SubjectType.OFFER, id, from, to);
    }

    public UUID id() {
        return id;
    }

    public UUID roundId() {
        return roundId;
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

    public OfferStatus status() {
        return status;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public LocalDate answerBy() {
        return answerBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable String heldKind() {
        return heldKind;
    }

    public long version() {
        return version;
    }
}
