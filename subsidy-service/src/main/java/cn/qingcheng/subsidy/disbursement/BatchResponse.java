package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.standard.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A batch with its control totals.
 *
 * @param fileDigest SHA-256 of the bank file, once it is written
 */
public record BatchResponse(
        UUID id,
        @Schema(examples = "QB-2026-0001") String number,
        @Schema(examples = "rent-subsidy") String schemeCode,
        @Schema(examples = "talent-housing-2026") String budgetLineCode,
        @Schema(examples = "2026-10") String period,
        BatchStatus status,
        List<BatchStatus> allowedNext,
        @Schema(examples = "2") int paymentCount,
        Money total,
        @Schema(examples = "finance1") String builtBy,
        @Schema(examples = "finance2") @Nullable String approvedBy,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") @Nullable
        String fileDigest,

        List<BatchChangeResponse> history,
        @JsonIgnore @Schema(hidden = true) long entityVersion) {

    /** One step of its life. */
    public record BatchChangeResponse(
            @Nullable BatchStatus from,
            BatchStatus to,
            Instant at,
            @Schema(examples = "finance1") String by) {}

    static BatchResponse from(DisbursementBatch batch) {
        return new BatchResponse(
                batch.id(),
                batch.number(),
                batch.schemeCode(),
                batch.budgetLineCode(),
                batch.period(),
                batch.status(),
                batch.status().allowedNext().stream().sorted().toList(),
                batch.paymentCount(),
                Money.ofFen(batch.totalFen()),
                batch.builtBy(),
                batch.approvedBy(),
                batch.fileDigest(),
                batch.history().stream()
                        .map(change -> new BatchChangeResponse(
                                change.fromStatus(), change.toStatus(), change.changedAt(), change.changedBy()))
                        .toList(),
                batch.version());
    }
}
