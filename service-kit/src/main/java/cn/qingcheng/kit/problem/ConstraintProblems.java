package cn.qingcheng.kit.problem;

import java.util.Map;

/**
 * What a broken database constraint means to the caller. A service offers a bean of this type. Of those that none names, a
 * unique or exclusion constraint means that another request was quicker (409 {@code CONCURRENT_UPDATE}); any other is a
 * fault of ours and answered as 500.
 */
public interface ConstraintProblems {

    /** Constraint or unique index name, as in the migrations, to the problem that it stands for. */
    Map<String, ProblemCode> byConstraint();
}
