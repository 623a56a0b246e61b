package cn.qingcheng.checker.invariant;

import java.util.List;

/** All of them, by number. */
public final class Invariants {
    private Invariants() {}

    public static List<Invariant> all() {
        return List.of(new LedgerBalances(), new OnePayoutPerPeriod(), new OneFlatPerHousehold());
    }
}
