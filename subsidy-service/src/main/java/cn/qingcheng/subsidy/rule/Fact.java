package cn.qingcheng.subsidy.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.Optional;

/** The typed facts a rule may speak of. A rule that names anything else is refused when it is saved. */
public enum Fact {
    /** GB/T 4658-2006 code, such as {@code 21}. */
    EDUCATION_LEVEL("educationLevel", SimpleType.STRING, FactSupplier.UNIVERSITY),
    /** GB/T 6864 code, empty when she holds none. */
    DEGREE("degree", SimpleType.STRING, FactSupplier.UNIVERSITY),
    /** The university's five-digit code. */
    INSTITUTION("institution", SimpleType.STRING, FactSupplier.UNIVERSITY),
    /** Whole years since graduation. */
    YEARS_SINCE_GRADUATION("yearsSinceGraduation", SimpleType.INT, FactSupplier.UNIVERSITY),
    /** The age she reaches this year. */
    AGE("age", SimpleType.INT, FactSupplier.UNIVERSITY),
    /** The recognised tier, empty when there is none. */
    TIER("tier", SimpleType.STRING, FactSupplier.TALENT_REGISTRY),
    /** The region of her household register, GB/T 2260. */
    REGION_CODE("regionCode", SimpleType.STRING, FactSupplier.UNIVERSITY),
    /** The region of the post an employer declared, GB/T 2260. */
    EMPLOYMENT_REGION_CODE("employmentRegionCode", SimpleType.STRING, FactSupplier.EMPLOYER),
    /** Whole months since that employment began. */
    MONTHS_EMPLOYED("monthsEmployed", SimpleType.INT, FactSupplier.EMPLOYER),
    /** The last month of social insurance paid, {@code 2026-08}. */
    SOCIAL_INSURANCE_MONTH("socialInsuranceMonth", SimpleType.STRING, FactSupplier.EMPLOYER),
    /** Whether the registry has confirmed that she stays in the city. */
    RETAINED("retained", SimpleType.BOOL, FactSupplier.TALENT_REGISTRY);

    private final String variable;
    private final CelType type;
    private final FactSupplier supplier;

    Fact(String variable, CelType type, FactSupplier supplier) {
        this.variable = variable;
        this.type = type;
        this.supplier = supplier;
    }

    /** The name of the fact in a rule. */
    public String variable() {
        return variable;
    }

    CelType type() {
        return type;
    }

    public FactSupplier supplier() {
        return supplier;
    }

    static Optional<Fact> named(String variable) {
        return Arrays.stream(values())
                .filter(fact -> fact.variable.equals(variable))
                .findFirst();
    }
}
