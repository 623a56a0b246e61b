package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses when two requests say the same at the same moment. */
@ApplicationScoped
class EmployerConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "employer_code_unique", EmployerProblem.EMPLOYER_EXISTS,
                "employment_month_unique", EmployerProblem.EMPLOYMENT_ALREADY_DECLARED);
    }
}
