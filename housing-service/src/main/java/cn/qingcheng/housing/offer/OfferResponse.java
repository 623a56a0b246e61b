package cn.qingcheng.housing.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as its household sees it; to be answered through {@code answerBy}. */
public record OfferResponse(
        UUID id,
        UUID applicationId,
        UUID roundId,
        UUID unitId,
        String unitNumber,
        OfferStatus status,
        Instant madeAt,
        LocalDate answerBy,
        @Nullable Instant decidedAt,
        @Nullable String reasonCode,
        @Nullable String heldKind) {

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
