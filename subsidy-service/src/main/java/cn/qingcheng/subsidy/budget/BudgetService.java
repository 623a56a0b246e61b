package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Opening lines, giving them money, and saying where it stands. */
@ApplicationScoped
public class BudgetService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    BudgetLineRepository lines;

    @Inject
    LedgerRepository transactions;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public BudgetLineResponse open(OpenBudgetLineRequest request, String by) {
        if (lines.withCode(request.code()).isPresent()) {
            throw new ProblemException(BudgetProblem.BUDGET_LINE_EXISTS);
        }
        BudgetLine line = new BudgetLine(request.code(), request.name(), request.year(), by, clock.instant());
        lines.persistAndFlush(line);
        transactions.openAccounts(line.id());
        return BudgetLineResponse.from(line);
    }

    @Transactional
    public StatementResponse appropriate(String code, AppropriateRequest request, String by) {
        BudgetLine line = line(code);
        if (request.amount().fen() <= 0) {
            throw ProblemException.invalidInput(List.of(InputError.of("/amount", "AMOUNT_NOT_POSITIVE")));
        }
        UUID appropriation = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        ledger.move(
                code,
                Movement.APPROPRIATE,
                request.amount().fen(),
                new Cause(ReferenceType.APPROPRIATION, appropriation, request.decision(), by));
        audit.record("BUDGET_APPROPRIATED", "budget-line", line.id().toString(), request.decision());
        transactions.flush();
        return statement(line);
    }

    @Transactional
    public StatementResponse statement(String code) {
        return statement(line(code));
    }

    @Transactional
    public Page<LedgerTransactionResponse> transactions(String code, PageQuery page) {
        UUID last = Objects.requireNonNullElse(page.afterId(), BEFORE_ALL);
        return Page.of(
                        transactions.ofLineAfter(line(code).id(), last, page.limit()),
                        page.size(),
                        transaction -> PageToken.of(transaction.id().toString()))
                .map(LedgerTransactionResponse::from);
    }

    private StatementResponse statement(BudgetLine line) {
        return StatementResponse.from(
                line,
                transactions.balances(line.id()),
                transactions.sum(line.id(), EntrySide.DEBIT),
                transactions.sum(line.id(), EntrySide.CREDIT));
    }

    private BudgetLine line(String code) {
        return lines.withCode(code).orElseThrow(() -> new ProblemException(BudgetProblem.BUDGET_LINE_NOT_FOUND, code));
    }
}
