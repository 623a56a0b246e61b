package cn.qingcheng.subsidy.entitlement;

import java.util.Set;

/** The life of one month's instalment. */
public enum InstalmentStatus {
    PLANNED,
    IN_PAYMENT,
    PAID,
    RETURNED,
    CANCELLED;

    public Set<InstalmentStatus> allowedNext() {
        return switch (this) {
            case PLANNED -> Set.of(IN_PAYMENT, CANCELLED);
            case IN_PAYMENT -> Set.of(PAID, RETURNED);
            case RETURNED -> Set.of(IN_PAYMENT, CANCELLED);
            case PAID, CANCELLED -> Set.of();
        };
    }

    public boolean mayBecome(InstalmentStatus next) {
        return allowedNext().contains(next);
    }
}
