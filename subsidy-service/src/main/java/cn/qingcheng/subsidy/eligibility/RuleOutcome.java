package cn.qingcheng.subsidy.eligibility;

/** What a rule says of one person. */
public enum RuleOutcome {
    PASS,
    FAIL,
    /** It depends on a fact nobody has supplied yet. */
    UNKNOWN
}
