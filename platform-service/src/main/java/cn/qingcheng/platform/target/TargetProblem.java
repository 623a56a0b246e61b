package cn.qingcheng.platform.target;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with targets. */
enum TargetProblem implements ProblemCode {
    TARGET_EXISTS(409);

    private final int status;

    TargetProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
