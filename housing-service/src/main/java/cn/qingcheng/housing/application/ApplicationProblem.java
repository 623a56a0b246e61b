package cn.qingcheng.housing.application;

import cn.qingcheng.kit.problem.ProblemCode;

public enum ApplicationProblem implements ProblemCode {
    NOT_CLAIMED(409),
    ROUND_NOT_OPEN(409),
    NO_LONGER_A_DRAFT(409),
    PERSON_IN_OTHER_HOUSEHOLD(409),
    NOT_ELIGIBLE_FOR_ROUND(422);

    private final int status;

    ApplicationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
