package cn.qingcheng.faults.fault;

import java.time.Duration;
import java.util.Random;

/**
 * One disturbance of a run.
 *
 * @param at when it begins, counted from the beginning of the faults
 * @param length how long it lasts, zero for what is done at once
 * @param seed from which it chooses whom it strikes
 */
public record Fault(FaultKind kind, Duration at, Duration length, long seed) {

    Random random() {
        return new Random(seed);
    }
}
