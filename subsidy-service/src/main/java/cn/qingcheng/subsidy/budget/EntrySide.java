package cn.qingcheng.subsidy.budget;

/** The two sides of the double entry. */
public enum EntrySide {
    DEBIT,
    CREDIT
}
