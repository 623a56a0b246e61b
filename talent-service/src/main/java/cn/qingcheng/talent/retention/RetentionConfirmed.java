package cn.qingcheng.talent.retention;

import cn.qingcheng.kit.event.DomainEvent;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A graduate stays in the city.
 *
 * @param institution where she took her highest education
 * @param month the insured month that made the rule's number full
 */
public record RetentionConfirmed(UUID talentId, String regionCode, String institution, YearMonth month)
        implements DomainEvent {

    @Override
    public String topic() {
        return "talent.retention.v1";
    }

    @Override
    public String type() {
        return "talent.retention.confirmed";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
