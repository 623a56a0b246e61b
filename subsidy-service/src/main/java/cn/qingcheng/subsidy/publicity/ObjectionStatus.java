package cn.qingcheng.subsidy.publicity;

import java.util.Set;

/** The life of an objection. */
public enum ObjectionStatus {
    OPEN,
    DISMISSED,
    UPHELD;

    public Set<ObjectionStatus> allowedNext() {
        return this == OPEN ? Set.of(DISMISSED, UPHELD) : Set.of();
    }

    public boolean mayBecome(ObjectionStatus next) {
        return allowedNext().contains(next);
    }
}
