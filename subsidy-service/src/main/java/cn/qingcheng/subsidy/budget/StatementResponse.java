package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.standard.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a line's money stands now. What the treasury gave is in exactly one of the accounts below it.
 *
 * @param balanced debits equal credits, and the accounts sum to what was given
 */
public record StatementResponse(
        @Schema(examples = "talent-housing-2026") String code,
        @Schema(examples = "2026") int year,
        BudgetLineName name,
        BalancesResponse balances,
        Money debits,
        Money credits,
        boolean balanced) {

    /** The balance of each account; {@code treasury} is all that was ever given. */
    public record BalancesResponse(
            Money treasury,
            Money appropriated,
            Money committed,
            Money reserved,
            Money paid,
            Money returned,
            Money clawedBack) {}

    static StatementResponse from(BudgetLine line, Balances balances, long debitsFen, long creditsFen) {
        return new StatementResponse(
                line.code(),
                line.year(),
                line.name(),
                new BalancesResponse(
                        money(balances, AccountKind.TREASURY),
                        money(balances, AccountKind.APPROPRIATED),
                        money(balances, AccountKind.COMMITTED),
                        money(balances, AccountKind.RESERVED),
                        money(balances, AccountKind.PAID),
                        money(balances, AccountKind.RETURNED),
                        money(balances, AccountKind.CLAWED_BACK)),
                Money.ofFen(debitsFen),
                Money.ofFen(creditsFen),
                debitsFen == creditsFen && balances.balanced());
    }

    private static Money money(Balances balances, AccountKind kind) {
        return Money.ofFen(balances.of(kind));
    }
}
