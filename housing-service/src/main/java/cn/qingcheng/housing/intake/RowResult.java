package cn.qingcheng.housing.intake;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row, with all that was wrong with it. */
public record RowResult(
        @Schema(examples = "17") long row,
        @Schema(examples = "SH01-1-101") @Nullable String unitNumber,
        RowOutcome outcome,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e") @Nullable
        UUID unitId,

        List<InputError> errors) {

    static RowResult from(UnitImportRow row, List<InputError> errors) {
        return new RowResult(row.rowNumber(), row.unitCode(), row.outcome(), row.unitId(), errors);
    }
}
