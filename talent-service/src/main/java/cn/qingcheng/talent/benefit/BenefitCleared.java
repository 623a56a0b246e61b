package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** The person now holds the benefit. */
public record BenefitCleared(UUID claimId, UUID talentId, String kind, String reference) implements DomainEvent {

    static BenefitCleared of(BenefitClaim claim) {
        return new BenefitCleared(claim.id(), claim.talentId(), claim.kind(), claim.reference());
    }

    @Override
    public String topic() {
        return "talent.benefit.v1";
    }

    @Override
    public String type() {
        return "benefit.cleared";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
