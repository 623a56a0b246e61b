package cn.qingcheng.subsidy.eligibility;

/** What a decision stands on, as JSON: the facts by variable, and every rule's outcome. */
public record DecisionGround(String facts, String report) {}
