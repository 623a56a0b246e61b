package cn.qingcheng.subsidy.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BalancesTest {

    @Property
    void anySequenceOfMovementsLeavesTheLineBalancedAndNothingNegative(
            @ForAll @Size(max = 60) List<Movement> movements,
            @ForAll @Size(60) List<@LongRange(min = -5, max = 2_000_000) Long> amounts) {
        Balances balances = Balances.none();
        for (int step = 0; step < movements.size(); step++) {
            Movement movement = movements.get(step);
            long amountFen = amounts.get(step);
            if (balances.allow(movement, amountFen)) {
                balances = balances.after(movement, amountFen);
            }
            assertThat(balances.balanced()).isTrue();
            assertThat(balances.fen().values()).allMatch(fen -> fen >= 0);
        }
    }

    @Property
    void paidNeverExceedsWhatWasAppropriated(
            @ForAll @LongRange(min = 1, max = 1_000_000) long appropriatedFen,
            @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 400_000) Long> payouts) {
        Balances balances = Balances.none().after(Movement.APPROPRIATE, appropriatedFen);
        for (long payoutFen : payouts) {
            if (balances.allow(Movement.COMMIT, payoutFen)) {
                balances = balances.after(Movement.COMMIT, payoutFen)
                        .after(Movement.RESERVE, payoutFen)
                        .after(Movement.SETTLE, payoutFen);
            }
        }
        assertThat(balances.of(AccountKind.PAID)).isLessThanOrEqualTo(appropriatedFen);
    }

    @Test
    void aReturnedPaymentCanBePaidASecondTime() {
        Balances balances = Balances.none()
                .after(Movement.APPROPRIATE, 1_000)
                .after(Movement.COMMIT, 600)
                .after(Movement.RESERVE, 600)
                .after(Movement.RETURN, 600)
                .after(Movement.RESERVE_AGAIN, 600)
                .after(Movement.SETTLE, 600);
        assertThat(balances)
                .isEqualTo(new Balances(
                        Map.of(AccountKind.TREASURY, 1_000L, AccountKind.APPROPRIATED, 400L, AccountKind.PAID, 600L)));
    }

    @Test
    void moreThanTheAccountHoldsIsRefused() {
        Balances balances = Balances.none().after(Movement.APPROPRIATE, 100);
        assertThatThrownBy(() -> balances.after(Movement.COMMIT, 101)).isInstanceOf(IllegalArgumentException.class);
    }
}
