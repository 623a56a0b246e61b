package cn.qingcheng.housing.round;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of a round. Voiding a draw takes the round back to its committed list, never further. */
public enum RoundStatus {
    DRAFT,
    OPEN,
    CLOSED,
    LIST_COMMITTED,
    DRAWN,
    PUBLISHED;

    public Set<RoundStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(LIST_COMMITTED);
            case LIST_COMMITTED -> EnumSet.of(DRAWN);
            case DRAWN -> EnumSet.of(PUBLISHED, LIST_COMMITTED);
            case PUBLISHED -> EnumSet.noneOf(RoundStatus.class);
        };
    }

    public RoundStatus to(RoundStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }
}
