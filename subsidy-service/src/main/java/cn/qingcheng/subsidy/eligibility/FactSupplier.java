package cn.qingcheng.subsidy.eligibility;

/** Who must act when a fact is missing. */
public enum FactSupplier {
    UNIVERSITY,
    EMPLOYER,
    TALENT_REGISTRY
}
