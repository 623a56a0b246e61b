package cn.qingcheng.subsidy.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstalmentStatusTest {

    /** Written out a second time on purpose: a change of the life cycle must be meant twice. */
    private static final Set<String> ALLOWED = Set.of(
            "PLANNED>IN_PAYMENT",
            "PLANNED>CANCELLED",
            "IN_PAYMENT>PAID",
            "IN_PAYMENT>RETURNED",
            "RETURNED>IN_PAYMENT",
            "RETURNED>CANCELLED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(InstalmentStatus.values())
                .flatMap(from -> Arrays.stream(InstalmentStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheDrawnStepsAreAllowed(InstalmentStatus from, InstalmentStatus to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }
}
