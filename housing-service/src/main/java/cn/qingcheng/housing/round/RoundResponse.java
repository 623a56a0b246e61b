package cn.qingcheng.housing.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A round as everybody may see it. */
public record RoundResponse(
        UUID id,
        String code,
        String name,
        RoundStatus status,
        List<TierResponse> tiers,
        String entropySource,
        int publicityWorkdays,
        int offerWorkdays,
        int leaseMonths,
        @Nullable String listDigest,
        @Nullable Instant listCommittedAt,
        @Nullable Instant drawNotBefore) {

    public record TierResponse(String name, List<String> educationLevels) {}

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
