package cn.qingcheng.housing.release;

import cn.qingcheng.kit.problem.ProblemCode;

public enum ReleaseProblem implements ProblemCode {
    BATCH_NAME_TAKEN(409),
    NOT_ENOUGH_PREPARED_UNITS(409);

    private final int status;

    ReleaseProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
