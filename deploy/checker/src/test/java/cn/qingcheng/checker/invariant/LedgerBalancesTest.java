package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money that is made, lost or misbooked is seen. */
class LedgerBalancesTest {
    private static final String LINE = "0199a000-0000-7000-8000-000000000010";
    private static final String SETTLEMENT = "0199a000-0000-7000-8000-000000000025";

    private final LedgerBalances invariant = new LedgerBalances();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
    }

    @Test
    void aSoundLedgerHolds() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("6 transactions, 12 entries, 7 balances");
    }

    @Test
    void anEntryThatIsMissingIsSeen() {
        city.force(
                "subsidy", "delete from ledger_entry where side = 'CREDIT' and transaction_id = '" + SETTLEMENT + "'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "transaction " + SETTLEMENT + ": amount 150000, debits 150000, credits 0",
                        "debits 10900000, credits 10750000",
                        "account RESERVED of line " + LINE + ": balance 0, entries sum to 150000");
    }

    @Test
    void anEntryOfAnotherLineIsSeen() {
        city.force(
                "subsidy",
                "update ledger_entry set budget_line_id = gen_random_uuid() where side = 'CREDIT' and transaction_id = '"
                        + SETTLEMENT + "'");

        assertThat(found(invariant, city)).contains("entry CREDIT RESERVED of transaction " + SETTLEMENT);
    }

    @Test
    void aBalanceThatWasMovedByHandIsSeen() {
        city.change("subsidy", "update ledger_account set balance_fen = 1 where kind = 'CLAWED_BACK'");

        assertThat(found(invariant, city))
                .containsExactly("account CLAWED_BACK of line " + LINE + ": balance 1, entries sum to 0");
    }

    @Test
    void anAccountBelowZeroIsSeen() {
        city.without("subsidy", "ledger_account", "ledger_balance_not_negative")
                .change("subsidy", "update ledger_account set balance_fen = -5 where kind = 'PAID'");

        assertThat(found(invariant, city)).contains("account PAID of line " + LINE + ": -5");
    }
}
