package cn.qingcheng.housing.offer;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** Asks the benefit register whether this person may have a flat. The claim is the offer's own id. */
public record BenefitClaimed(UUID claimId, UUID talentId, String kind, String reference) implements DomainEvent {

    public static final String TALENT_APARTMENT = "TALENT_APARTMENT";

    static BenefitClaimed by(Offer offer) {
        return new BenefitClaimed(
                offer.id(), offer.talentId(), TALENT_APARTMENT, offer.id().toString());
    }

    @Override
    public String topic() {
        return "housing.benefit.v1";
    }

    @Override
    public String type() {
        return "benefit.claimed";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
