package cn.qingcheng.subsidy.rule;

/** A named predicate over the facts, with its words for people in both languages. */
public record Rule(String name, String cel, String zh, String en) {}
