package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** A unit can be applied for from now on. */
public record UnitReleased(UUID unitId, String unitNumber, String estate, String regionCode, String batch)
        implements DomainEvent {

    @Override
    public String topic() {
        return "housing.unit.v1";
    }

    @Override
    public String type() {
        return "housing.unit.released";
    }

    @Override
    public String key() {
        return unitId.toString();
    }
}
