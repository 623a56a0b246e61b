package cn.qingcheng.housing.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A round as everybody may see it. */
public record RoundResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "R2026-01") String code,
        @Schema(examples = "2026年第一轮") String name,
        RoundStatus status,
        List<TierResponse> tiers,
        @Schema(examples = "福彩双色球2026年第100期开奖号码") String entropySource,
        @Schema(examples = "5") int publicityWorkdays,
        @Schema(examples = "3") int offerWorkdays,
        @Schema(examples = "12") int leaseMonths,

        @Schema(examples = "3db9531414448f1b3f6ca42a58eb00b637d989854b309615c3d6141e370bb33b") @Nullable
        String listDigest,

        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant listCommittedAt,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant drawNotBefore) {

    public record TierResponse(
            @Schema(examples = "masters") String name,
            @Schema(examples = "[\"11\", \"14\"]") List<String> educationLevels) {}

    public static RoundResponse from(Round round) {
        return new RoundResponse(
                round.id(),
                round.code(),
                round.name(),
                round.status(),
                round.tiers().stream()
                        .map(tier -> new TierResponse(tier.name(), tier.educationLevels()))
                        .toList(),
                round.entropySource(),
                round.publicityWorkdays(),
                round.offerWorkdays(),
                round.leaseMonths(),
                round.listDigest(),
                round.listCommittedAt(),
                round.drawNotBefore());
    }
}
