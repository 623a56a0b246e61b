package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.talent.registry.TalentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides in one place who holds which benefit. A claim is decided once; whoever asks again, by whatever event, is
 * told the same.
 */
@ApplicationScoped
class BenefitService {

    private static final int MOST_CLAIMS_SHOWN = 200;

    private final BenefitClaimRepository claims;
    private final BenefitKindRepository kinds;
    private final TalentRepository talents;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    BenefitService(
            BenefitClaimRepository claims,
            BenefitKindRepository kinds,
            TalentRepository talents,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.claims = claims;
        this.kinds = kinds;
        this.talents = talents;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    @Transactional
    void claim(BenefitClaimed claimed) {
        claims.takeTurns(claimed.talentId());
        BenefitClaim claim = claims.findById(claimed.claimId());
        if (claim == null) {
            claim = decide(claimed);
            claims.persistAndFlush(claim);
            auditTrail.record(
                    "BENEFIT_" + claim.status(), "talent", claimed.talentId().toString(), claim.kind());
        }
        answer(claim);
    }

    @Transactional
    void release(BenefitClaimed released) {
        claims.takeTurns(released.talentId());
        BenefitClaim claim = claims.findById(released.claimId());
        if (claim == null) {
            claims.persist(BenefitClaim.releasedUnseen(released, clock.instant()));
        } else if (claim.status() == BenefitStatus.HELD) {
            claim.release(clock.instant());
            auditTrail.record("BENEFIT_RELEASED", "talent", released.talentId().toString(), claim.kind());
        }
    }

    @Transactional
    List<BenefitResponse> ofTalent(UUID talentId) {
        if (talents.findByIdOptional(talentId).isEmpty()) {
            throw ProblemException.notFound();
        }
        auditTrail.record("BENEFITS_READ", "talent", talentId.toString(), null);
        return claims.ofTalent(talentId, MOST_CLAIMS_SHOWN).stream()
                .map(BenefitResponse::from)
                .toList();
    }

    private BenefitClaim decide(BenefitClaimed claimed) {
        if (talents.findByIdOptional(claimed.talentId()).isEmpty()) {
            return refused(claimed, RefusalReason.UNKNOWN_TALENT, null);
        }
        BenefitKind kind = kinds.findById(claimed.kind());
        if (kind == null) {
            return refused(claimed, RefusalReason.UNKNOWN_KIND, null);
        }
        String group = kind.exclusionGroup();
        BenefitClaim held = group == null
                ? null
                : claims.heldOfGroup(claimed.talentId(), group).orElse(null);
        return held == null
                ? BenefitClaim.held(claimed, group, clock.instant())
                : refused(claimed, RefusalReason.EXCLUDED, held.kind());
    }

    private BenefitClaim refused(BenefitClaimed claimed, RefusalReason reason, @Nullable String heldKind) {
        return BenefitClaim.refused(claimed, reason, heldKind, clock.instant());
    }

    private void answer(BenefitClaim claim) {
        RefusalReason reason = claim.reasonCode();
        outbox.append(
                switch (claim.status()) {
                    case HELD -> BenefitCleared.of(claim);
                    case REFUSED -> BenefitRefused.of(claim, reason == null ? RefusalReason.EXCLUDED : reason);
                    case RELEASED -> BenefitRefused.of(claim, RefusalReason.ALREADY_RELEASED);
                });
    }
}
