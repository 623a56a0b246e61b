package cn.qingcheng.subsidy.rule;

import java.util.List;

/**
 * One rule's outcome for one person.
 *
 * @param missing the facts without which it cannot be told, empty unless the outcome is UNKNOWN
 */
public record RuleResult(Rule rule, RuleOutcome outcome, List<Fact> missing) {
    public RuleResult {
        missing = List.copyOf(missing);
    }
}
