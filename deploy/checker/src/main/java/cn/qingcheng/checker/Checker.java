package cn.qingcheng.checker;

import cn.qingcheng.checker.invariant.Finding;
import cn.qingcheng.checker.invariant.Invariant;
import cn.qingcheng.checker.invariant.Invariants;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Holds every invariant against a settled city. */
public final class Checker {
    private Checker() {}

    /** What does not hold; empty for a sound city. */
    public static List<Violation> check(CityUnderCheck city) {
        return check(city, (invariant, finding) -> {});
    }

    /** As {@link #check(CityUnderCheck)}, telling of each invariant as soon as it has been looked at. */
    public static List<Violation> check(CityUnderCheck city, BiConsumer<Invariant, Finding> teller) {
        List<Violation> violations = new ArrayList<>();
        for (Invariant invariant : Invariants.all()) {
            Finding finding = invariant.check(city);
            teller.accept(invariant, finding);
            violations.addAll(finding.violations());
        }
        return violations;
    }
}
