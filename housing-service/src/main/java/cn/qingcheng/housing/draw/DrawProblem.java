package cn.qingcheng.housing.draw;

import cn.qingcheng.kit.problem.ProblemCode;

public enum DrawProblem implements ProblemCode {
    LIST_NOT_COMMITTED(409),
    PUBLICITY_RUNNING(409),
    ENTROPY_MISSING(409),
    ENTROPY_DIFFERS(409),
    ENTROPY_USED_BEFORE(409),
    ENTROPY_ALREADY_CONFIRMED(409),
    SECOND_OFFICER_NEEDED(409);

    private final int status;

    DrawProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
