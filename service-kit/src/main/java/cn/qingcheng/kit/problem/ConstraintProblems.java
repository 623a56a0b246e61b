package cn.qingcheng.kit.problem;

import java.util.Map;

/**
 * What a broken database constraint means to the caller. A service offers a bean of this type; a constraint that none
 * names is a fault of ours and answered as 500.
 */
public interface ConstraintProblems {

    /** Constraint or unique index name, as in the migrations, to the problem that it stands for. */
    Map<String, ProblemCode> byConstraint();
}
