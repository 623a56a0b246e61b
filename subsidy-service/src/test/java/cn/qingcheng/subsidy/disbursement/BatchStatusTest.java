package cn.qingcheng.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchStatusTest {

    /** Written out a second time on purpose: a change of the life cycle must be meant twice. */
    private static final Set<String> ALLOWED = Set.of(
            "DRAFT>LOCKED",
            "LOCKED>APPROVED",
            "APPROVED>FUNDS_RESERVED",
            "FUNDS_RESERVED>SENT",
            "SENT>PARTIALLY_SETTLED",
            "SENT>RECONCILED",
            "PARTIALLY_SETTLED>RECONCILED",
            "RECONCILED>CLOSED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(BatchStatus.values())
                .flatMap(from -> Arrays.stream(BatchStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheDrawnStepsAreAllowed(BatchStatus from, BatchStatus to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }
}
