package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of a unit. */
public enum UnitStatus {
    RAISED,
    PREPARED,
    RELEASED,
    RESERVED,
    LEASED,
    INSPECTION,
    MAINTENANCE,
    WITHDRAWN;

    public Set<UnitStatus> next() {
        return switch (this) {
            case RAISED -> EnumSet.of(PREPARED, WITHDRAWN);
            case PREPARED -> EnumSet.of(RELEASED, WITHDRAWN);
            case RELEASED -> EnumSet.of(RESERVED, MAINTENANCE, WITHDRAWN);
            case RESERVED -> EnumSet.of(LEASED, RELEASED);
            case LEASED -> EnumSet.of(INSPECTION);
            case INSPECTION -> EnumSet.of(MAINTENANCE, RELEASED);
            case MAINTENANCE -> EnumSet.of(RELEASED, WITHDRAWN);
            case WITHDRAWN -> EnumSet.noneOf(UnitStatus.class);
        };
    }

    UnitStatus to(UnitStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }
}
