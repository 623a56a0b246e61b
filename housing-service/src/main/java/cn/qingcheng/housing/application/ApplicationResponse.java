package cn.qingcheng.housing.application;

import cn.qingcheng.housing.history.StateChangeResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application as its own household sees it, with why it was refused and all that happened to it. */
public record ApplicationResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "HA-2026-0001") String number,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID roundId,

        @Schema(examples = "R2026-01") String roundCode,
        ApplicationStatus status,
        @Schema(examples = "masters") @Nullable String tier,
        HouseholdContent household,
        List<WishResponse> wishes,
        @Nullable RefusalResponse refusal,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant submittedAt,
        List<StateChangeResponse> history) {

    /** As an answer may be kept for when its request is repeated: without whole names. */
    ApplicationResponse masked() {
        return new ApplicationResponse(
                id,
                number,
                roundId,
                roundCode,
                status,
                tier,
                household.masked(),
                wishes,
                refusal,
                submittedAt,
                history);
    }

    /** A wished unit; rank 1 is the dearest. */
    public record WishResponse(
            @Schema(examples = "1") int rank,

            @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
            UUID unitId,

            @Schema(examples = "SH01-1-101") String unitNumber) {}

    /** Why the city refused, as a code and in words; {@code heldKind} is the benefit that excludes a flat. */
    public record RefusalResponse(
            @Schema(examples = "EXCLUDED") String code,
            @Schema(examples = "RENT_SUBSIDY") @Nullable String heldKind,
            @Schema(examples = "一人一项住房福利") @Nullable String detail) {}
}
