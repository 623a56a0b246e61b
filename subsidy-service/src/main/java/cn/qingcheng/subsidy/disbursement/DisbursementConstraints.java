package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the database refuses of a payment, whatever was checked before. */
@ApplicationScoped
class DisbursementConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "payment_one_payout", DisbursementProblem.ALREADY_IN_PAYMENT,
                "payment_one_live_per_instalment", DisbursementProblem.ALREADY_IN_PAYMENT,
                "batch_two_officers", DisbursementProblem.BATCH_SECOND_OFFICER_NEEDED);
    }
}
