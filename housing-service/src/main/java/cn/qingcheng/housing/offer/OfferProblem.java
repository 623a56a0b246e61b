package cn.qingcheng.housing.offer;

import cn.qingcheng.kit.problem.ProblemCode;

public enum OfferProblem implements ProblemCode {
    OFFER_DEADLINE_PASSED(409);

    private final int status;

    OfferProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
