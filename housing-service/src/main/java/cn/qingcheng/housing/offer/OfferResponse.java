package cn.qingcheng.housing.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer as its household sees it; to be answered through {@code answerBy}. */
public record OfferResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID applicationId,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID roundId,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID unitId,

        @Schema(examples = "SH01-1-101") String unitNumber,
        OfferStatus status,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant madeAt,
        @Schema(examples = "2026-09-04") LocalDate answerBy,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant decidedAt,
        @Schema(examples = "EXCLUDED") @Nullable String reasonCode,
        @Schema(examples = "RENT_SUBSIDY") @Nullable String heldKind) {

    static OfferResponse from(Offer offer) {
        return new OfferResponse(
                offer.id(),
                offer.applicationId(),
                offer.roundId(),
                offer.unitId(),
                offer.unitCode(),
                offer.status(),
                offer.madeAt(),
                offer.answerBy(),
                offer.decidedAt(),
                offer.reasonCode(),
                offer.heldKind());
    }
}
