package cn.qingcheng.subsidy.budget;

import java.util.UUID;

/**
 * Why money moves: what it is for, the decision in words, and who took it. One thing causes one kind of movement once.
 */
public record Cause(ReferenceType type, UUID referenceId, String decision, String decidedBy) {}
