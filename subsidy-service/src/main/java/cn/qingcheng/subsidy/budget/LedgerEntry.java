package cn.qingcheng.subsidy.budget;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** One side of a transaction. */
@Embeddable
public record LedgerEntry(
        @Enumerated(EnumType.STRING) EntrySide side,
        UUID budgetLineId,
        @Enumerated(EnumType.STRING) AccountKind account,
        long amountFen) {}
