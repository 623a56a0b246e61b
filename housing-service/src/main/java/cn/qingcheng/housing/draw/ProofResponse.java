package cn.qingcheng.housing.draw;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to recompute a round: the frozen list and every draw that was published or voided. Tiers count
 * from 0, which is served first; wishes are unit numbers, the dearest first.
 */
public record ProofResponse(
        @Schema(examples = "talent-lottery/v1") String algorithm,
        @Schema(examples = "SHA-256") String digestAlgorithm,
        @Schema(examples = "R2026-01") String roundCode,
        @Schema(examples = "福彩双色球2026年第100期开奖号码") String entropySource,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant listCommittedAt,

        @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b")
        String listDigest,

        @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b")
        String inputsDigest,

        @Schema(examples = "[\"DOCTOR\", \"MASTER\"]") List<String> tiers,

        @Schema(examples = "[\"SH01-1-101\", \"SH01-1-102\"]")
        List<String> units,

        List<TicketProof> tickets,
        List<DrawProof> draws) {

    /** A line of the frozen list. */
    public record TicketProof(
            @Schema(examples = "HA-2026-0001") String ticketId,
            @Schema(examples = "1") int tier,

            @Schema(examples = "[\"SH01-1-102\", \"SH01-1-101\"]")
            List<String> wishes) {}

    /** One draw, the void ones too, with what it took from outside and what came of it. */
    public record DrawProof(
            @Schema(examples = "1") int sequence,
            DrawStatus status,
            @Schema(examples = "07,31,18,44,02,26") String entropy,

            @Schema(examples = "81dc34ead18ad087fd2c0d6766801b3ff1ad9c285ffc5e9d37488aa2fb04d069") @Nullable
            String seed,

            @Schema(examples = "2026-09-01T01:00:00Z") @Nullable
            Instant drawnAt,

            @Schema(examples = "2026-09-01T01:00:00Z") @Nullable
            Instant publishedAt,

            @Schema(examples = "2026-09-01T01:00:00Z") @Nullable
            Instant voidedAt,

            @Schema(examples = "the drum was opened too early") @Nullable
            String voidReason,

            @Schema(examples = "[\"SH01-1-103\"]") List<String> unavailableUnits,
            @Schema(examples = "[\"HA-2026-0007\"]") List<String> struck,
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
            @Schema(examples = "1") int place,
            @Schema(examples = "HA-2026-0001") String ticketId,

            @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b")
            String key,

            @Schema(examples = "SH01-1-101") @Nullable String unit) {

        static PlacementProof from(DrawPlacement placement) {
            return new PlacementProof(
                    placement.place(), placement.ticketId(), placement.sortKey(), placement.unitCode());
        }
    }
}
