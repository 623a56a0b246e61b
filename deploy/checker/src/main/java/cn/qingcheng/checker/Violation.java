package cn.qingcheng.checker;

import java.util.List;

/**
 * An invariant that does not hold.
 *
 * @param invariant its number
 * @param what is wrong, in words
 * @param rows what breaks it, a line each: ids, states and amounts, never a personal value
 */
public record Violation(int invariant, String what, List<String> rows) {

    public Violation {
        rows = List.copyOf(rows);
    }
}
