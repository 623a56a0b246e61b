package cn.qingcheng.housing.round;

import cn.qingcheng.kit.problem.ProblemCode;

public enum RoundProblem implements ProblemCode {
    ROUND_CODE_TAKEN(409),
    ROUND_UNIT_TAKEN(409);

    private final int status;

    RoundProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
