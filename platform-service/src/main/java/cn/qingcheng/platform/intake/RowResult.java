package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.problem.InputError;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row, with all that was wrong with it. */
public record RowResult(
        @Schema(examples = "1") long row,
        @Schema(examples = "P0001") @Nullable String code,
        RowOutcome outcome,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e") @Nullable
        UUID subjectId,

        List<InputError> errors) {

    static RowResult from(ImportedRow row, List<InputError> errors) {
        return new RowResult(row.rowNumber(), row.code(), row.outcome(), row.subjectId(), errors);
    }
}
