package cn.qingcheng.subsidy.application;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of an application's history: who moved it from where to where, when and why. */
@Embeddable
public record StatusChange(
        @Enumerated(EnumType.STRING) @Nullable ApplicationStatus fromStatus,
        @Enumerated(EnumType.STRING) ApplicationStatus toStatus,
        String changedBy,
        Instant changedAt,
        @Nullable String reason) {}
