package cn.qingcheng.subsidy.policy;

import java.util.Set;

/** The life of a scheme's version: never edited once it is in force. */
public enum VersionStatus {
    DRAFT,
    UNDER_CONSULTATION,
    IN_FORCE,
    SUPERSEDED,
    REPEALED;

    public Set<VersionStatus> allowedNext() {
        return switch (this) {
            case DRAFT -> Set.of(UNDER_CONSULTATION, IN_FORCE);
            case UNDER_CONSULTATION -> Set.of(DRAFT, IN_FORCE);
            case IN_FORCE -> Set.of(SUPERSEDED, REPEALED);
            case SUPERSEDED, REPEALED -> Set.of();
        };
    }

    public boolean mayBecome(VersionStatus next) {
        return allowedNext().contains(next);
    }
}
