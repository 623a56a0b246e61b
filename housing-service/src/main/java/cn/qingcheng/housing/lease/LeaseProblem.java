package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.problem.ProblemCode;

public enum LeaseProblem implements ProblemCode {
    UNIT_ALREADY_LET(409),
    PERSON_HAS_LEASE(409);

    private final int status;

    LeaseProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
