package cn.qingcheng.subsidy.disbursement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a return file as the bank sent it, with what became of it. */
@Embeddable
public record ReturnLine(
        int lineNumber,
        @Enumerated(EnumType.STRING) LineOutcome outcome,
        @Nullable UUID paymentId,
        String raw) {}
