package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person does not get the benefit.
 *
 * @param heldKind the benefit she holds that excludes it
 */
public record BenefitRefused(
        UUID claimId,
        UUID talentId,
        String kind,
        String reference,
        RefusalReason reasonCode,
        @Nullable String heldKind) implements DomainEvent {

    static BenefitRefused of(BenefitClaim claim, RefusalReason reason) {
        return new BenefitRefused(
                claim.id(), claim.talentId(), claim.kind(), claim.reference(), reason, claim.heldKind());
    }

    @Override
    public String topic() {
        return "talent.benefit.v1";
    }

    @Override
    public String type() {
        return "benefit.refused";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
