package cn.qingcheng.housing.trail;

import cn.qingcheng.housing.history.StateChange;
import cn.qingcheng.housing.history.SubjectType;
import cn.qingcheng.housing.stock.UnitResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The story of one flat: what it is, the draws it was in, and every step from raising to keys, in order. */
public record TrailResponse(
        UnitResponse unit, @Nullable BatchEntry releasedBy, List<RoundEntry> rounds, List<StepEntry> steps) {

    /** The decision that released it. */
    public record BatchEntry(String name, Instant releasedAt, String decidedBy) {}

    /** A round that had it to give, with the digests under which it was drawn. */
    public record RoundEntry(
            UUID roundId, String code, @Nullable String listDigest, List<DrawEntry> draws) {}

    /** A draw and the officers who entered its entropy. */
    public record DrawEntry(
            int sequence,
            String status,
            @Nullable String seed,
            String enteredBy,
            @Nullable String confirmedBy,
            @Nullable String drawnBy) {}

    /** One step of the flat, a round, an offer, an application or a lease; {@code reference} is its readable number. */
    public record StepEntry(
            Instant at,
            SubjectType subject,
            String reference,
            @Nullable String from,
            String to,
            String by,
            @Nullable String reason) {

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
