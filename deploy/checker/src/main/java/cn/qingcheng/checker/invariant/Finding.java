package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.Violation;
import java.util.List;

/**
 * What one invariant found.
 *
 * @param counted what was looked at, so that a check that sees nothing is not taken for one that finds nothing
 * @param violations empty when the invariant holds
 */
public record Finding(String counted, List<Violation> violations) {

    public Finding {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
