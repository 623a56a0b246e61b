package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses of the budget, whatever was checked before. */
@ApplicationScoped
class BudgetConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "budget_line_code_unique", BudgetProblem.BUDGET_LINE_EXISTS,
                "ledger_balance_not_negative", BudgetProblem.BUDGET_INSUFFICIENT);
    }
}
