package cn.qingcheng.housing.clearing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code benefit.cleared} and {@code benefit.refused}. */
record BenefitAnswer(
        UUID claimId,
        String kind,
        @Nullable String reasonCode,
        @Nullable String heldKind) {}
