package cn.qingcheng.subsidy.budget;

/** The accounts each budget line has. The treasury is where money comes from; the others say where it stands. */
public enum AccountKind {
    TREASURY,
    APPROPRIATED,
    COMMITTED,
    RESERVED,
    PAID,
    RETURNED,
    CLAWED_BACK;

    /** The side on which this account grows. */
    public EntrySide normalSide() {
        return this == TREASURY ? EntrySide.CREDIT : EntrySide.DEBIT;
    }
}
