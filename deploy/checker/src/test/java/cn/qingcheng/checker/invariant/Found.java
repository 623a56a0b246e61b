package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.TestCity;
import java.util.List;

/** What an invariant says of a city. */
final class Found {
    private Found() {}

    /** Every offending row, of every violation. */
    static List<String> found(Invariant invariant, TestCity city) {
        return invariant.check(city.city()).violations().stream()
                .flatMap(violation -> violation.rows().stream())
                .toList();
    }
}
