package cn.qingcheng.housing.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import and its counts; {@code results} is the address of the rows. */
public record ImportResponse(
        UUID id,
        ImportStatus status,
        long total,
        Map<RowOutcome, Long> counts,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String results) {

    static ImportResponse from(UnitImport done) {
        return new ImportResponse(
                done.id(),
                done.status(),
                done.total(),
                Map.of(
                        RowOutcome.CREATED, done.created(),
                        RowOutcome.UPDATED, done.updated(),
                        RowOutcome.UNCHANGED, done.unchanged(),
                        RowOutcome.REJECTED, done.rejected()),
                done.startedAt(),
                done.finishedAt(),
                "/housing/v1/units/imports/" + done.id() + "/results");
    }
}
