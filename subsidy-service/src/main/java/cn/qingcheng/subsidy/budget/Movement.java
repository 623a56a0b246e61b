package cn.qingcheng.subsidy.budget;

import static cn.qingcheng.subsidy.budget.AccountKind.APPROPRIATED;
import static cn.qingcheng.subsidy.budget.AccountKind.COMMITTED;
import static cn.qingcheng.subsidy.budget.AccountKind.PAID;
import static cn.qingcheng.subsidy.budget.AccountKind.RESERVED;
import static cn.qingcheng.subsidy.budget.AccountKind.RETURNED;
import static cn.qingcheng.subsidy.budget.AccountKind.TREASURY;

/** The only ways money may move within a budget line: the account it leaves and the account it enters. */
public enum Movement {
    /** The council gives money to the line. */
    APPROPRIATE(TREASURY, APPROPRIATED),
    /** An entitlement promises all its instalments. */
    COMMIT(APPROPRIATED, COMMITTED),
    /** Instalments that will never be paid free what was promised. */
    RELEASE(COMMITTED, APPROPRIATED),
    /** An approved batch sets money aside for its first payments of instalments. */
    RESERVE(COMMITTED, RESERVED),
    /** An approved batch sets money aside for instalments the bank had returned. */
    RESERVE_AGAIN(RETURNED, RESERVED),
    /** A payment that was never sent gives its money back to the promise. */
    UNRESERVE(RESERVED, COMMITTED),
    /** The bank has paid. */
    SETTLE(RESERVED, PAID),
    /** The bank could not pay and returned the money. */
    RETURN(RESERVED, RETURNED);

    private final AccountKind from;
    private final AccountKind to;

    Movement(AccountKind from, AccountKind to) {
        this.from = from;
        this.to = to;
    }

    /** The account credited: where the money leaves. */
    public AccountKind from() {
        return from;
    }

    /** The account debited: where the money arrives. */
    public AccountKind to() {
        return to;
    }
}
