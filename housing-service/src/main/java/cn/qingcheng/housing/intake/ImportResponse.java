package cn.qingcheng.housing.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import and its counts; {@code results} is the address of the rows. */
public record ImportResponse(
        UUID id,
        ImportStatus status,
        long total,
        Counts counts,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String results) {

    /** Rows by outcome, under the outcomes' own names. */
    public record Counts(
            @JsonProperty("CREATED") long created,
            @JsonProperty("UPDATED") long updated,
            @JsonProperty("UNCHANGED") long unchanged,
            @JsonProperty("REJECTED") long rejected) {}

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
