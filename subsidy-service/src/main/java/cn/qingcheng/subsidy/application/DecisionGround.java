package cn.qingcheng.subsidy.application;

/** What a decision stands on, as JSON: the facts by variable, and every rule's outcome. */
record DecisionGround(String facts, String report) {}
