package cn.qingcheng.subsidy.rule;

/** Who must act when a fact is missing. */
public enum FactSupplier {
    UNIVERSITY,
    EMPLOYER,
    TALENT_REGISTRY
}
