package cn.qingcheng.subsidy.rule;

/** What a rule says of one person. */
public enum RuleOutcome {
    PASS,
    FAIL,
    /** It depends on a fact nobody has supplied yet. */
    UNKNOWN
}
