package cn.qingcheng.housing.constraint;

import cn.qingcheng.housing.application.ApplicationProblem;
import cn.qingcheng.housing.lease.LeaseProblem;
import cn.qingcheng.housing.release.ReleaseProblem;
import cn.qingcheng.housing.round.RoundProblem;
import cn.qingcheng.housing.stock.StockProblem;
import cn.qingcheng.kit.problem.ConstraintProblems;
import cn.qingcheng.kit.problem.ProblemCode;
import cn.qingcheng.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Rules two callers at once can break although each of them was checked. */
@ApplicationScoped
public class HousingConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.ofEntries(
                Map.entry("estate_code_unique", StockProblem.ESTATE_CODE_TAKEN),
                Map.entry("release_batch_name_unique", ReleaseProblem.BATCH_NAME_TAKEN),
                Map.entry("building_number_unique", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("unit_code_unique", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("unit_number_unique", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("round_code_unique", RoundProblem.ROUND_CODE_TAKEN),
                Map.entry("round_unit_once", RoundProblem.ROUND_UNIT_TAKEN),
                Map.entry("household_person_once", ApplicationProblem.PERSON_IN_OTHER_HOUSEHOLD),
                Map.entry("draw_one_valid", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("offer_one_per_unit", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("offer_one_per_household", StandardProblem.CONCURRENT_UPDATE),
                Map.entry("lease_unit_not_twice", LeaseProblem.UNIT_ALREADY_LET),
                Map.entry("lease_person_not_twice", LeaseProblem.PERSON_HAS_LEASE));
    }
}
