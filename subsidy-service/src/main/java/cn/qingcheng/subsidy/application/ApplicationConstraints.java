package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses of an application when two requests come at once. */
@ApplicationScoped
class ApplicationConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "application_one_live", ApplicationProblem.APPLICATION_EXISTS,
                "decision_separation_of_duties", ApplicationProblem.SEPARATION_OF_DUTIES);
    }
}
