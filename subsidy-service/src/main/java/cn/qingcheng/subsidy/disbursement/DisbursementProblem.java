package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can go wrong with paying. */
public enum DisbursementProblem implements ProblemCode {
    NOTHING_DUE(409),
    PERIOD_NOT_DUE(409),
    ALREADY_IN_PAYMENT(409),
    BATCH_SECOND_OFFICER_NEEDED(409),
    BATCH_NOT_SENT(409),
    BANK_FILE_NOT_WRITTEN(404),
    RETURN_FILE_UNREADABLE(400),
    RETURN_FILE_TOO_LONG(413);

    private final int status;

    DisbursementProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
