package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with an application. */
public enum ApplicationProblem implements ProblemCode {
    APPLICATION_EXISTS(409),
    APPLICATION_NOT_EDITABLE(409),
    EVIDENCE_MISSING(422),
    NO_AMOUNT_FOR_EDUCATION(422),
    NOTHING_RETURNED(409),
    SEPARATION_OF_DUTIES(409);

    private final int status;

    ApplicationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
