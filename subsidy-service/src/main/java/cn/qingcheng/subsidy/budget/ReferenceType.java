package cn.qingcheng.subsidy.budget;

/** What a movement of money was caused by. */
public enum ReferenceType {
    APPROPRIATION,
    ENTITLEMENT,
    BATCH,
    PAYMENT
}
