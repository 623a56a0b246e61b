package cn.qingcheng.platform.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import and its counts by outcome; {@code results} is the address of its rows. */
public record ImportResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        ImportKind kind,
        ImportStatus status,
        @Schema(examples = "800") long total,

        @Schema(examples = "{\"CREATED\":798,\"REJECTED\":2}")
        Map<RowOutcome, Long> counts,

        @Schema(examples = "2026-09-01T01:00:00Z") Instant startedAt,
        @Schema(examples = "platform-officer") String startedBy,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant finishedAt,

        @Schema(examples = "/platform/v1/imports/01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e/results")
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
