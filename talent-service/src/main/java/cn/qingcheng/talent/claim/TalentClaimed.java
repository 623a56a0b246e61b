package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** A person has taken possession of her record. */
public record TalentClaimed(UUID talentId) implements DomainEvent {

    @Override
    public String topic() {
        return "talent.registry.v1";
    }

    @Override
    public String type() {
        return "talent.claimed";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
