package cn.qingcheng.subsidy.rule;

/** The answer over all rules of a version: one failing rule makes it no, else one unknown leaves it open. */
public enum Eligibility {
    YES,
    NO,
    UNKNOWN
}
