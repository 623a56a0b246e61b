package cn.qingcheng.subsidy.disbursement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A return file taken in, with its lines counted by what became of them.
 *
 * @param forHuman lines that could not be applied and wait for a human
 */
public record BankReturnResponse(
        UUID id,
        UUID batchId,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest,

        @Schema(examples = "finance1") String importedBy,
        Instant importedAt,
        @Schema(examples = "2") long applied,
        @Schema(examples = "0") long repeated,
        @Schema(examples = "0") long forHuman,
        BatchStatus batchStatus) {

    static BankReturnResponse from(BankReturn file, DisbursementBatch batch) {
        long applied = count(file, LineOutcome.APPLIED);
        long repeated = count(file, LineOutcome.REPEATED);
        return new BankReturnResponse(
                file.id(),
                file.batchId(),
                file.digest(),
                file.importedBy(),
                file.importedAt(),
                applied,
                repeated,
                file.lines().size() - applied - repeated,
                batch.status());
    }

    private static long count(BankReturn file, LineOutcome outcome) {
        return file.lines().stream().filter(line -> line.outcome() == outcome).count();
    }
}
