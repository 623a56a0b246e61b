package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can stand between a person and her record. */
public enum ClaimProblem implements ProblemCode {
    /** The account has no record yet. */
    NOT_CLAIMED(404),
    /** The account has claimed another record before. */
    ACCOUNT_HAS_RECORD(409),
    /** Another account holds the record; an officer has to look into it. */
    CLAIMED_BY_ANOTHER(409),
    /** ID number, name and certificate do not belong to one record; which one is wrong is not told. */
    CLAIM_NOT_MATCHED(422),
    /** Too many wrong guesses. */
    CLAIM_LOCKED(429);

    private final int status;

    ClaimProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
