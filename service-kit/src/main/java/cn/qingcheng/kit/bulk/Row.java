package cn.qingcheng.kit.bulk;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a bulk request.
 *
 * @param number the row's number, from 1, empty lines not counted
 * @param value the row; with errors, what of it could be read, so that a report can name it; null when nothing could
 * @param errors all that is wrong with it, pointers relative to the row; empty when it is good
 */
public record Row<T>(long number, @Nullable T value, List<InputError> errors) {

    public Row {
        errors = List.copyOf(errors);
    }

    /** Whether the row may be worked on: it was read whole and breaks no constraint. */
    public boolean isGood() {
        return value != null && errors.isEmpty();
    }
}
