package cn.qingcheng.subsidy.clearing;

import cn.qingcheng.kit.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * Asks the benefit register to hold a benefit for a person, or gives it up again.
 *
 * @param kind the kind of benefit, such as {@code RENT_SUBSIDY}
 * @param reference the application it is for
 */
public record BenefitClaimed(@JsonIgnore String type, UUID claimId, UUID talentId, String kind, UUID reference)
        implements DomainEvent {

    static BenefitClaimed claimed(UUID claimId, UUID talentId, String kind, UUID reference) {
        return new BenefitClaimed("benefit.claimed", claimId, talentId, kind, reference);
    }

    @Override
    public String topic() {
        return "subsidy.benefit.v1";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
