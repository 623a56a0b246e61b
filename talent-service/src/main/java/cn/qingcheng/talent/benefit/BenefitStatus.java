package cn.qingcheng.talent.benefit;

import java.util.Set;

/** Where a claim to a benefit stands. */
public enum BenefitStatus {
    /** The person holds the benefit; others of its group are refused. */
    HELD,
    /** Refused for good; the person may claim anew under another claim. */
    REFUSED,
    /** Given up, or withdrawn before it was decided. */
    RELEASED;

    Set<BenefitStatus> next() {
        return this == HELD ? Set.of(RELEASED) : Set.of();
    }
}
