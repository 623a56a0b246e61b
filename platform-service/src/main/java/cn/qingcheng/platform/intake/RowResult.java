package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one row, with all that was wrong with it. */
public record RowResult(
        long row,
        @Nullable String code,
        RowOutcome outcome,
        @Nullable UUID subjectId,
        List<InputError> errors) {

    static RowResult from(ImportedRow row, List<InputError> errors) {
        return new RowResult(row.rowNumber(), row.code(), row.outcome(), row.subjectId(), errors);
    }
}
