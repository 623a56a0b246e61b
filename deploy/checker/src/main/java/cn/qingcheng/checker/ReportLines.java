package cn.qingcheng.checker;

import cn.qingcheng.checker.invariant.Finding;
import cn.qingcheng.checker.invariant.Invariant;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person what was looked at and what was found: one line an invariant, and below it what breaks it. */
final class ReportLines {
    /** More rows than anybody reads; the number of the rest is told. */
    static final int MOST_ROWS = 20;

    private final PrintWriter out;

    ReportLines(PrintWriter out) {
        this.out = out;
    }

    void tell(Invariant invariant, Finding finding) {
        out.printf(
                "%-4s %2d %s: %s%n",
                finding.holds() ? "OK" : "FAIL", invariant.number(), invariant.name(), finding.counted());
        finding.violations().forEach(this::tell);
        out.flush();
    }

    private void tell(Violation violation) {
        out.printf("        %s (%d):%n", violation.what(), violation.rows().size());
        violation.rows().stream().limit(MOST_ROWS).forEach(row -> out.printf("          %s%n", row));
        if (violation.rows().size() > MOST_ROWS) {
            out.printf("          and %d more%n", violation.rows().size() - MOST_ROWS);
        }
    }

    void conclude(List<Violation> violations) {
        if (violations.isEmpty()) {
            out.println("Every invariant holds.");
        } else {
            String broken = violations.stream()
                    .map(Violation::invariant)
                    .distinct()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            out.printf("Not every invariant holds: %s.%n", broken);
        }
        out.flush();
    }
}
