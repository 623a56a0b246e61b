package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of a lease. */
public enum LeaseStatus {
    PENDING_SIGNATURE,
    SIGNED,
    HANDED_OVER,
    ACTIVE,
    RENEWED,
    NOTICE,
    INSPECTED,
    VACATED,
    SETTLED,
    TERMINATED_FOR_BREACH;

    public Set<LeaseStatus> next() {
        return switch (this) {
            case PENDING_SIGNATURE -> EnumSet.of(SIGNED);
            case SIGNED -> EnumSet.of(HANDED_OVER);
            case HANDED_OVER -> EnumSet.of(ACTIVE);
            case ACTIVE -> EnumSet.of(RENEWED, NOTICE, TERMINATED_FOR_BREACH);
            case RENEWED, SETTLED -> EnumSet.noneOf(LeaseStatus.class);
            case NOTICE, TERMINATED_FOR_BREACH -> EnumSet.of(INSPECTED);
            case INSPECTED -> EnumSet.of(VACATED);
            case VACATED -> EnumSet.of(SETTLED);
        };
    }

    LeaseStatus to(LeaseStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }
}
