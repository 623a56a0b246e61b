package cn.qingcheng.talent.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An upload and how far it has come. */
@Schema(name = "SyncBatch")
record BatchResponse(
        UUID id,

        @Schema(description = "Code of the university", examples = "90001")
        String source,

        SyncBatchStatus status,

        @Schema(description = "Rows answered so far", examples = "2000")
        long total,

        @Schema(description = "How many rows came to which outcome", examples = "{\"CREATED\":1980,\"REJECTED\":20}")
        Map<RowOutcome, Long> counts,

        Progress progress,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** The total is known when the upload has ended. */
    @Schema(name = "SyncProgress")
    record Progress(
            @Schema(examples = "2000") long done,
            @Schema(examples = "2000") @Nullable Long total) {}

    static BatchResponse from(SyncBatch batch) {
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        for (RowOutcome outcome : RowOutcome.values()) {
            counts.put(outcome, batch.count(outcome));
        }
        Long total = batch.status() == SyncBatchStatus.FINISHED ? batch.total() : null;
        return new BatchResponse(
                batch.id(),
                batch.source(),
                batch.status(),
                batch.total(),
                counts,
                new Progress(batch.total(), total),
                batch.startedAt(),
                batch.finishedAt());
    }
}
