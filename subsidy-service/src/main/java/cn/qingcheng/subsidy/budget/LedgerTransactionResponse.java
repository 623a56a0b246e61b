package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.standard.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One movement of money with the decision that caused it. */
public record LedgerTransactionResponse(
        UUID id,
        Movement movement,
        AccountKind from,
        AccountKind to,
        Money amount,
        ReferenceType referenceType,

        @Schema(examples = "01990c4e-7c1a-7000-8000-000000000000")
        String referenceId,

        @Schema(examples = "呼财样〔2026〕1号") String decision,
        @Schema(examples = "finance1") String decidedBy,
        Instant occurredAt) {

    static LedgerTransactionResponse from(LedgerTransaction transaction) {
        return new LedgerTransactionResponse(
                transaction.id(),
                transaction.movement(),
                transaction.movement().from(),
                transaction.movement().to(),
                Money.ofFen(transaction.amountFen()),
                transaction.referenceType(),
                transaction.referenceId(),
                transaction.decision(),
                transaction.decidedBy(),
                transaction.occurredAt());
    }
}
