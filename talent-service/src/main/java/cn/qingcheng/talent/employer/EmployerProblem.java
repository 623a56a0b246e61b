package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.problem.ProblemCode;

/** What can be wrong with an employer or a declaration. */
public enum EmployerProblem implements ProblemCode {
    /** The unified social credit code is registered already. */
    EMPLOYER_EXISTS(409),
    /** The employer has declared this person for this month already. */
    EMPLOYMENT_ALREADY_DECLARED(409),
    /** The declaration is for another employer than the token's. */
    NOT_YOUR_EMPLOYER(403),
    /** The city does not know the employer. */
    EMPLOYER_NOT_REGISTERED(422),
    /** The city knows nobody by this ID number. */
    PERSON_NOT_REGISTERED(422);

    private final int status;

    EmployerProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
