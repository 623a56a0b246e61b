package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.problem.IllegalTransition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One service's claim to a benefit for a person, and what the register decided. The id is the claimant's. */
@Entity
@Table(name = "benefit_claim")
class BenefitClaim {

    @Id
    private UUID id;

    private UUID talentId;
    private String kind;
    private @Nullable String exclusionGroup;
    private String reference;

    @Enumerated(EnumType.STRING)
    private BenefitStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalReason reasonCode;

    private @Nullable String heldKind;
    private Instant decidedAt;
    private @Nullable Instant releasedAt;

    @Version
    private long version;

    protected BenefitClaim() {}

    private BenefitClaim(BenefitClaimed claimed, BenefitStatus status, Instant at) {
        this.id = claimed.claimId();
        this.talentId = claimed.talentId();
        this.kind = claimed.kind();
        this.reference = claimed.reference();
        this.status = status;
        this.decidedAt = at;
    }

    static BenefitClaim held(BenefitClaimed claimed, @Nullable String exclusionGroup, Instant at) {
        BenefitClaim claim = new BenefitClaim(claimed, BenefitStatus.HELD, at);
        claim.exclusionGroup = exclusionGroup;
        return claim;
    }

    static BenefitClaim refused(BenefitClaimed claimed, RefusalReason reason, @Nullable String heldKind, Instant at) {
        BenefitClaim claim = new BenefitClaim(claimed, BenefitStatus.REFUSED, at);
        claim.reasonCode = reason;
        claim.heldKind = heldKind;
        return claim;
    }

    /** A release that overtook its claim: when the claim comes, it finds itself given up. */
    static BenefitClaim releasedUnseen(BenefitClaimed claimed, Instant at) {
        BenefitClaim claim = new BenefitClaim(claimed, BenefitStatus.RELEASED, at);
        claim.releasedAt = at;
        return claim;
    }

    void release(Instant at) {
        if (!status.next().contains(BenefitStatus.RELEASED)) {
            throw IllegalTransition.of(status, BenefitStatus.RELEASED, status.next());
        }
        status = BenefitStatus.RELEASED;
        releasedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID talentId() {
        return talentId;
    }

    String kind() {
        return kind;
    }

    @Nullable
    String exclusionGroup() {
        return exclusionGroup;
    }

    String reference() {
        return reference;
    }

    BenefitStatus status() {
        return status;
    }

    @Nullable
    RefusalReason reasonCode() {
        return reasonCode;
    }

    @Nullable
    String heldKind() {
        return heldKind;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    Instant releasedAt() {
        return releasedAt;
    }
}
