package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second payout, and a payment that nothing answers for, are seen. */
class OnePayoutPerPeriodTest {
    private static final String PERSON = "0199a000-0000-7000-8000-000000000001";
    private static final String RETURNED = "0199a000-0000-7000-8000-00000000001a";
    private static final String SETTLED = "0199a000-0000-7000-8000-00000000001b";
    private static final String PAID = "0199a000-0000-7000-8000-000000000016";
    private static final String PLANNED = "0199a000-0000-7000-8000-000000000017";

    private final OnePayoutPerPeriod invariant = new OnePayoutPerPeriod();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
    }

    @Test
    void soundPayoutsHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("2 payments, 1 of them settled, 2 instalments");
    }

    @Test
    void aSecondPayoutIsSeen() {
        city.without("subsidy", "payment", "payment_one_payout")
                .without("subsidy", "payment", "payment_one_live_per_instalment")
                .change(
                        "subsidy",
                        "update payment set status = 'SETTLED', reason_code = null, settled_on = '2026-10-12' where id = '"
                                + RETURNED + "'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "person " + PERSON + ", rent-subsidy, 2026-10: payments " + RETURNED + " SETTLED, " + SETTLED
                                + " SETTLED",
                        "instalment " + PAID + " is PAID and has 2 settled payments");
    }

    @Test
    void aSecondInstalmentOfAMonthIsSeen() {
        city.without("subsidy", "instalment", "instalment_one_per_period")
                .change("subsidy", "update instalment set period = '2026-10' where id = '" + PLANNED + "'");

        assertThat(found(invariant, city))
                .containsExactly("person " + PERSON + ", rent-subsidy, 2026-10: instalments " + PAID + " PAID, "
                        + PLANNED + " PLANNED");
    }

    @Test
    void anInstalmentPaidWithoutAPaymentIsSeen() {
        city.change("subsidy", "update instalment set status = 'PAID' where id = '" + PLANNED + "'");

        assertThat(found(invariant, city))
                .containsExactly("instalment " + PLANNED + " is PAID and has 0 settled payments");
    }

    @Test
    void aSettledPaymentOfAnUnpaidInstalmentIsSeen() {
        city.change("subsidy", "update instalment set status = 'RETURNED' where id = '" + PAID + "'");

        assertThat(found(invariant, city))
                .containsExactly("instalment " + PAID + " is RETURNED and has 1 settled payments");
    }

    @Test
    void anInstalmentInPaymentThatNobodyPaysIsSeen() {
        city.change("subsidy", "update instalment set status = 'IN_PAYMENT' where id = '" + PLANNED + "'");

        assertThat(found(invariant, city))
                .containsExactly("instalment " + PLANNED + " is IN_PAYMENT and has 0 payments under way");
    }

    @Test
    void aPaymentOfAnotherAmountIsSeen() {
        city.change("subsidy", "update payment set amount_fen = 1 where id = '" + SETTLED + "'");

        assertThat(found(invariant, city)).containsExactly("payment " + SETTLED + " of instalment " + PAID);
    }
}
