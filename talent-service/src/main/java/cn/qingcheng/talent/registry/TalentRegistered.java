package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/**
 * The city has learned of a person.
 *
 * @param source institution code of the university that reported her
 */
public record TalentRegistered(UUID talentId, String source) implements DomainEvent {

    static TalentRegistered of(Talent talent) {
        return new TalentRegistered(talent.id(), talent.reportedBy());
    }

    @Override
    public String topic() {
        return "talent.registry.v1";
    }

    @Override
    public String type() {
        return "talent.registered";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
