package cn.qingcheng.faults.fault;

import java.time.Duration;

/**
 * A fault that was brought about.
 *
 * @param at when it began, counted from the beginning of the faults
 * @param what what was done to whom
 */
public record Injected(FaultKind kind, Duration at, String what) {}
