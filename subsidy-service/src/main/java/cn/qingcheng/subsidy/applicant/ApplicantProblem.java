package cn.qingcheng.subsidy.applicant;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with knowing a person. */
public enum ApplicantProblem implements ProblemCode {
    NOT_CLAIMED(404);

    private final int status;

    ApplicantProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
