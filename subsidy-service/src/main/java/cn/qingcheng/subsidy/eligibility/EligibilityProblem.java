package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.kit.problem.ProblemCode;

/** Why a person cannot get a subsidy. */
public enum EligibilityProblem implements ProblemCode {
    NOT_ELIGIBLE(422);

    private final int status;

    EligibilityProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
