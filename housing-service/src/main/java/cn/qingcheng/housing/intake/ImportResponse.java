package cn.qingcheng.housing.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import and its counts; {@code results} is the address of the rows. */
public record ImportResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        ImportStatus status,
        @Schema(examples = "12472") long total,
        Counts counts,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant startedAt,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant finishedAt,

        @Schema(examples = "/housing/v1/units/imports/01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e/results")
        String results) {

    /** Rows by outcome, under the outcomes' own names. */
    public record Counts(
            @Schema(examples = "12452") @JsonProperty("CREATED")
            long created,

            @Schema(examples = "0") @JsonProperty("UPDATED") long updated,

            @Schema(examples = "0") @JsonProperty("UNCHANGED")
            long unchanged,

            @Schema(examples = "20") @JsonProperty("REJECTED")
            long rejected) {}

    static ImportResponse from(UnitImport done) {
        return new ImportResponse(
                done.id(),
                done.status(),
                done.total(),
                new Counts(done.created(), done.updated(), done.unchanged(), done.rejected()),
                done.startedAt(),
                done.finishedAt(),
                "/housing/v1/units/imports/" + done.id() + "/results");
    }
}
