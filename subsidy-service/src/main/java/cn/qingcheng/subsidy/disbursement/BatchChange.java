package cn.qingcheng.subsidy.disbursement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a batch's history. */
@Embeddable
public record BatchChange(
        @Enumerated(EnumType.STRING) @Nullable BatchStatus fromStatus,
        @Enumerated(EnumType.STRING) BatchStatus toStatus,
        String changedBy,
        Instant changedAt,
        @Nullable String reason) {}
