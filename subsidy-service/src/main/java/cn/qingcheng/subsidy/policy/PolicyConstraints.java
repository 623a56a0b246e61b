package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses of a policy when two officers act at once. */
@ApplicationScoped
class PolicyConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "scheme_code_unique", PolicyProblem.SCHEME_EXISTS,
                "scheme_version_number_unique", PolicyProblem.SCHEME_EXISTS,
                "scheme_version_two_officers", PolicyProblem.SECOND_OFFICER_NEEDED);
    }
}
