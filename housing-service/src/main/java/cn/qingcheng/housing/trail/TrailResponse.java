package cn.qingcheng.housing.trail;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.SubjectType;
import cn.qingcheng.housing.stock.UnitResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The story of one flat: what it is, the draws it was in, and every step from raising to keys, in order. */
public record TrailResponse(
        UnitResponse unit, @Nullable BatchEntry releasedBy, List<RoundEntry> rounds, List<StepEntry> steps) {

    /** The decision that released it. */
    public record BatchEntry(
            @Schema(examples = "2026年首批") String name,
            @Schema(examples = "2026-09-01T01:00:00Z") Instant releasedAt,
            @Schema(examples = "housing1") String decidedBy) {}

    /** A round that had it to give, with the digests under which it was drawn. */
    public record RoundEntry(
            @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
            UUID roundId,

            @Schema(examples = "R2026-01") String code,

            @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b") @Nullable
            String listDigest,

            List<DrawEntry> draws) {}

    /** A draw and the officers who entered its entropy. */
    public record DrawEntry(
            @Schema(examples = "1") int sequence,
            @Schema(examples = "PUBLISHED") String status,

            @Schema(examples = "81dc34ead18ad087fd2c0d6766801b3ff1ad9c285ffc5e9d37488aa2fb04d069") @Nullable
            String seed,

            @Schema(examples = "housing1") String enteredBy,
            @Schema(examples = "housing2") @Nullable String confirmedBy,
            @Schema(examples = "housing1") @Nullable String drawnBy) {}

    /** One step of the flat, a round, an offer, an application or a lease; {@code reference} is its readable number. */
    public record StepEntry(
            @Schema(examples = "2026-09-01T01:00:00Z") Instant at,
            SubjectType subject,
            @Schema(examples = "HA-2026-0001") String reference,
            @Schema(examples = "OFFERED") @Nullable String from,
            @Schema(examples = "CLEARING") String to,
            @Schema(examples = "housing1") String by,
            @Schema(examples = "offer accepted") @Nullable String reason) {

        static StepEntry from(StateChange change, String reference) {
            return new StepEntry(
                    change.changedAt(),
                    change.subjectType(),
                    reference,
                    change.fromStatus(),
                    change.toStatus(),
                    change.changedBy(),
                    change.reason());
        }
    }
}
