package cn.qingcheng.platform.target;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Two officers setting one target at the same time: the database lets the first. */
@ApplicationScoped
class TargetConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of("target_code_unique", TargetProblem.TARGET_EXISTS);
    }
}
