package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what one invariant counts and finds. */
final class Findings {
    private final int invariant;
    private final List<String> counts = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    Findings(int invariant) {
        this.invariant = invariant;
    }

    /** Notes that so many things were looked at. */
    Findings counted(long number, String things) {
        counts.add(String.format(Locale.ROOT, "%,d %s", number, things));
        return this;
    }

    /** Adds something to know that is no number. */
    Findings remark(String text) {
        counts.add(text);
        return this;
    }

    /** There should be none of these. */
    Findings none(String what, List<String> offending) {
        if (!offending.isEmpty()) {
            violations.add(new Violation(invariant, what, offending));
        }
        return this;
    }

    Finding done() {
        return new Finding(String.join(", ", counts), violations);
    }
}
