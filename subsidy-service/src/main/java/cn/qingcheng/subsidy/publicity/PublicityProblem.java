package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with publicity. */
public enum PublicityProblem implements ProblemCode {
    PUBLICITY_CLOSED(409),
    TOO_MANY_OBJECTIONS(429);

    private final int status;

    PublicityProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
