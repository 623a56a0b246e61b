package cn.qingcheng.housing.application;

import cn.qingcheng.housing.history.StateChangeResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as its own household sees it, with why it was refused and all that happened to it. */
public record ApplicationResponse(
        UUID id,
        String number,
        UUID roundId,
        String roundCode,
        ApplicationStatus status,
        @Nullable String tier,
        HouseholdContent household,
        List<WishResponse> wishes,
        @Nullable RefusalResponse refusal,
        @Nullable Instant submittedAt,
        List<StateChangeResponse> history) {

    /** A wished unit; rank 1 is the dearest. */
    public record WishResponse(int rank, UUID unitId, String unitNumber) {}

    /** Why the city refused, as a code and in words; {@code heldKind} is the benefit that excludes a flat. */
    public record RefusalResponse(
            String code,
            @Nullable String heldKind,
            @Nullable String detail) {}
}
