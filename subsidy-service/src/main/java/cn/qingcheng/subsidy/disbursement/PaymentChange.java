package cn.qingcheng.subsidy.disbursement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a payment's history. */
@Embeddable
public record PaymentChange(
        @Enumerated(EnumType.STRING) @Nullable PaymentStatus fromStatus,
        @Enumerated(EnumType.STRING) PaymentStatus toStatus,
        String changedBy,
        Instant changedAt,
        @Nullable String reason) {}
