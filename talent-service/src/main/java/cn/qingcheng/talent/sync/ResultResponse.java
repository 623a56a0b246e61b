package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemTexts;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one row; errors in the reader's language. */
@Schema(name = "SyncResult")
record ResultResponse(
        @Schema(description = "Number of the row in the upload, from 1", examples = "1981")
        long row,

        @Schema(description = "As sent, if it could be read", examples = "S001981") @Nullable
        String externalId,

        RowOutcome outcome,
        @Nullable UUID talentId,

        @Schema(description = "All that is wrong with the row; pointers are relative to it")
        List<InputError> errors) {

    static ResultResponse from(SyncResult result, ProblemTexts texts) {
        return new ResultResponse(
                result.row(),
                result.externalId(),
                result.outcome(),
                result.talentId(),
                texts.localise(result.errors()));
    }
}
