package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with a policy. */
public enum PolicyProblem implements ProblemCode {
    SCHEME_EXISTS(409),
    SCHEME_NOT_FOUND(404),
    SECOND_OFFICER_NEEDED(409),
    BUDGET_LINE_UNKNOWN(409);

    private final int status;

    PolicyProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
