package cn.qingcheng.subsidy.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectionStatusTest {

    /** Written out a second time on purpose: a change of the life cycle must be meant twice. */
    private static final Set<String> ALLOWED = Set.of("OPEN>DISMISSED", "OPEN>UPHELD");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ObjectionStatus.values())
                .flatMap(from -> Arrays.stream(ObjectionStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheDrawnStepsAreAllowed(ObjectionStatus from, ObjectionStatus to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }
}
