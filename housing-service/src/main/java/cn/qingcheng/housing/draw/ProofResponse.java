package cn.qingcheng.housing.draw;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to recompute a round: the frozen list and every draw that was published or voided. Tiers count
 * from 0, which is served first; wishes are unit numbers, the dearest first.
 */
public record ProofResponse(
        String algorithm,
        String digestAlgorithm,
        String roundCode,
        String entropySource,
        Instant listCommittedAt,
        String listDigest,
        String inputsDigest,
        List<String> tiers,
        List<String> units,
        List<TicketProof> tickets,
        List<DrawProof> draws) {

    /** A line of the frozen list. */
    public record TicketProof(String ticketId, int tier, List<String> wishes) {}

    /** One draw, the void ones too, with what it took from outside and what came of it. */
    public record DrawProof(
            int sequence,
            DrawStatus status,
            String entropy,
            @Nullable String seed,
            @Nullable Instant drawnAt,
            @Nullable Instant publishedAt,
            @Nullable Instant voidedAt,
            @Nullable String voidReason,
            List<String> unavailableUnits,
            List<String> struck,
            List<PlacementProof> result) {

        static DrawProof from(Draw draw, List<DrawPlacement> placements) {
            return new DrawProof(
                    draw.sequence(),
                    draw.status(),
                    draw.entropy(),
                    draw.seed(),
                    draw.drawnAt(),
                    draw.publishedAt(),
                    draw.voidedAt(),
                    draw.voidReason(),
                    draw.unavailableUnits(),
                    placements.stream()
                            .filter(DrawPlacement::isStruck)
                            .map(DrawPlacement::ticketId)
                            .toList(),
                    placements.stream().map(PlacementProof::from).toList());
        }
    }

    /** A place in the line; no unit means standing by. */
    public record PlacementProof(
            int place,
            String ticketId,
            String key,
            @Nullable String unit) {

        static PlacementProof from(DrawPlacement placement) {
            return new PlacementProof(
                    placement.place(), placement.ticketId(), placement.sortKey(), placement.unitCode());
        }
    }
}
