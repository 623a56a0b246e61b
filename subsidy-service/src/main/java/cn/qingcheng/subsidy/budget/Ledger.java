package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Moves money within a line, in the transaction of the decision that causes it. */
@ApplicationScoped
public class Ledger {
    @Inject
    BudgetLineRepository lines;

    @Inject
    LedgerRepository ledger;

    @Inject
    Clock clock;

    /** Whether the account holds the amount; what it holds cannot fall before the transaction ends. */
    public boolean holds(String lineCode, AccountKind account, long amountFen) {
        return ledger.lockBalance(lineId(lineCode), account) >= amountFen;
    }

    /**
     * Moves the amount.
     *
     * @throws ProblemException 409 when the account it leaves holds less
     */
    public void move(String lineCode, Movement movement, long amountFen, Cause cause) {
        UUID line = lineId(lineCode);
        if (movement.from() != AccountKind.TREASURY && ledger.lockBalance(line, movement.from()) < amountFen) {
            throw new ProblemException(BudgetProblem.BUDGET_INSUFFICIENT);
        }
        ledger.persist(new LedgerTransaction(line, movement, amountFen, cause, clock.instant()));
    }

    private UUID lineId(String code) {
        return lines.withCode(code)
                .orElseThrow(() -> new ProblemException(BudgetProblem.BUDGET_LINE_NOT_FOUND, code))
                .id();
    }
}
