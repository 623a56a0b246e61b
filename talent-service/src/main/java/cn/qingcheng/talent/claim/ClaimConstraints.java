package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses when one account claims two records at the same moment. */
@ApplicationScoped
class ClaimConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of("talent_account_unique", ClaimProblem.ACCOUNT_HAS_RECORD);
    }
}
