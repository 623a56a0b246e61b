package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.problem.ProblemCode;

public enum StockProblem implements ProblemCode {
    ESTATE_CODE_TAKEN(409);

    private final int status;

    StockProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
