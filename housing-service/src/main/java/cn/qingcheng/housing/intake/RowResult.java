package cn.qingcheng.housing.intake;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one row, with all that was wrong with it. */
public record RowResult(
        long row,
        @Nullable String unitNumber,
        RowOutcome outcome,
        @Nullable UUID unitId,
        List<InputError> errors) {

    static RowResult from(UnitImportRow row, List<InputError> errors) {
        return new RowResult(row.rowNumber(), row.unitCode(), row.outcome(), row.unitId(), errors);
    }
}
