package cn.qingcheng.subsidy.disbursement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a return file with what became of it. */
public record ReturnLineResponse(
        UUID bankReturnId,
        Instant importedAt,
        @Schema(examples = "2") int lineNumber,
        LineOutcome outcome,
        @Nullable UUID paymentId,

        @Schema(examples = "QP-2026-000001,1500.00,SETTLED,,2026-10-12")
        String raw) {

    static ReturnLineResponse from(BankReturnRepository.FoundLine found) {
        return new ReturnLineResponse(
                found.bankReturnId(),
                found.file().importedAt(),
                found.lineNumber(),
                found.line().outcome(),
                found.line().paymentId(),
                found.line().raw());
    }
}
