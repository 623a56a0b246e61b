package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with the budget. */
public enum BudgetProblem implements ProblemCode {
    BUDGET_LINE_NOT_FOUND(404),
    BUDGET_LINE_EXISTS(409),
    BUDGET_INSUFFICIENT(409);

    private final int status;

    BudgetProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
