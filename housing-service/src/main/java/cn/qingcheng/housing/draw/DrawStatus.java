package cn.qingcheng.housing.draw;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of one draw. Nothing overwrites a draw: a wrong one is voided and stays. */
public enum DrawStatus {
    ENTROPY_ENTERED,
    ENTROPY_CONFIRMED,
    DRAWN,
    PUBLISHED,
    VOIDED;

    public Set<DrawStatus> next() {
        return switch (this) {
            case ENTROPY_ENTERED -> EnumSet.of(ENTROPY_CONFIRMED, VOIDED);
            case ENTROPY_CONFIRMED -> EnumSet.of(DRAWN, VOIDED);
            case DRAWN -> EnumSet.of(PUBLISHED, VOIDED);
            case PUBLISHED, VOIDED -> EnumSet.noneOf(DrawStatus.class);
        };
    }

    DrawStatus to(DrawStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }
}
