package cn.qingcheng.subsidy.rule;

import java.util.List;

/** Every rule of a version with its outcome; all are evaluated, so that the answer is never just no. */
public record EligibilityReport(List<RuleResult> results) {

    public EligibilityReport {
        results = List.copyOf(results);
    }

    public Eligibility eligible() {
        if (results.stream().anyMatch(result -> result.outcome() == RuleOutcome.FAIL)) {
            return Eligibility.NO;
        }
        return results.stream().anyMatch(result -> result.outcome() == RuleOutcome.UNKNOWN)
                ? Eligibility.UNKNOWN
                : Eligibility.YES;
    }
}
