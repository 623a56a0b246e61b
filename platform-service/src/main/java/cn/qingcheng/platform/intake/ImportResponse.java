package cn.qingcheng.platform.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import and its counts by outcome; {@code results} is the address of its rows. */
public record ImportResponse(
        UUID id,
        ImportKind kind,
        ImportStatus status,
        long total,
        Map<RowOutcome, Long> counts,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,
        String results) {

    static ImportResponse from(ImportRun run) {
        return new ImportResponse(
                run.id(),
                run.kind(),
                run.status(),
                run.total(),
                Map.of(
                        RowOutcome.CREATED, run.created(),
                        RowOutcome.UPDATED, run.updated(),
                        RowOutcome.UNCHANGED, run.unchanged(),
                        RowOutcome.REJECTED, run.rejected()),
                run.startedAt(),
                run.startedBy(),
                run.finishedAt(),
                ImportResource.PATH + "/" + run.id() + "/results");
    }
}
