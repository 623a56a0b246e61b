package cn.qingcheng.housing.offer;

import cn.qingcheng.kit.problem.IllegalTransition;
import java.util.EnumSet;
import java.util.Set;

/** The life of an offer. An accepted one can still be withdrawn when the benefit register refuses. */
public enum OfferStatus {
    ACTIVE,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN_BY_CITY;

    public Set<OfferStatus> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN_BY_CITY);
            case ACCEPTED -> EnumSet.of(WITHDRAWN_BY_CITY);
            case DECLINED, EXPIRED, WITHDRAWN_BY_CITY -> EnumSet.noneOf(OfferStatus.class);
        };
    }

    OfferStatus to(OfferStatus wanted) {
        if (!next().contains(wanted)) {
            throw IllegalTransition.of(this, wanted, next());
        }
        return wanted;
    }
}
