package cn.qingcheng.checker.invariant;

import java.util.List;

/** All of them, by number. */
public final class Invariants {
    private Invariants() {}

    public static List<Invariant> all() {
        return List.of(
                new LedgerBalances(),
                new OnePayoutPerPeriod(),
                new OneFlatPerHousehold(),
                new OutboxInKafka(),
                new ProjectionsRebuilt(),
                new HistoriesFollowSteps(),
                new AnswersAreKept(),
                new OneBenefitPerGroup(),
                new AuditChainIsWhole(),
                new DeadLettersArePoison(),
                new NothingInPlainText());
    }
}
