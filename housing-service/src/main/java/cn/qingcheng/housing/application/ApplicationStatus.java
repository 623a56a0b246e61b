package cn.qingcheng.housing.application;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of a household's application. While an offer is open it is answered, not withdrawn. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    IN_ROUND,
    WAITLISTED,
    OFFERED,
    CLEARING,
    ENTITLED,
    HOUSED,
    REFUSED,
    WITHDRAWN,
    LAPSED;

    private static final Set<ApplicationStatus> LIVE =
            EnumSet.of(DRAFT, SUBMITTED, IN_ROUND, WAITLISTED, OFFERED, CLEARING, ENTITLED, HOUSED);

    public Set<ApplicationStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(IN_ROUND, WITHDRAWN);
            case IN_ROUND -> EnumSet.of(OFFERED, WAITLISTED, WITHDRAWN);
            case WAITLISTED -> EnumSet.of(OFFERED, WITHDRAWN, LAPSED);
            case OFFERED -> EnumSet.of(CLEARING, LAPSED);
            case CLEARING -> EnumSet.of(ENTITLED, REFUSED);
            case ENTITLED -> EnumSet.of(HOUSED);
            case HOUSED, REFUSED, WITHDRAWN, LAPSED -> EnumSet.noneOf(ApplicationStatus.class);
        };
    }

    ApplicationStatus to(ApplicationStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }

    /** Whether it can still lead to a flat, or has; its people can be in no other household meanwhile. */
    public boolean isLive() {
        return LIVE.contains(this);
    }
}
