package cn.qingcheng.talent.benefit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One claim of a person and what became of it. */
@Schema(name = "Benefit")
record BenefitResponse(
        UUID claimId,
        @Schema(examples = "RENT_SUBSIDY") String kind,

        @Schema(description = "Kinds of one group exclude each other", examples = "HOUSING") @Nullable
        String exclusionGroup,

        @Schema(description = "What it is for in the service that claimed it", examples = "SA-2026-000001")
        String reference,

        BenefitStatus status,
        @Nullable RefusalReason reasonCode,

        @Schema(description = "The benefit held that excluded it", examples = "RENT_SUBSIDY") @Nullable
        String heldKind,

        Instant decidedAt,
        @Nullable Instant releasedAt) {

    static BenefitResponse from(BenefitClaim claim) {
        return new BenefitResponse(
                claim.id(),
                claim.kind(),
                claim.exclusionGroup(),
                claim.reference(),
                claim.status(),
                claim.reasonCode(),
                claim.heldKind(),
                claim.decidedAt(),
                claim.releasedAt());
    }
}
