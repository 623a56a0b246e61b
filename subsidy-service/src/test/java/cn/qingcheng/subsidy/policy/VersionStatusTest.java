package cn.qingcheng.subsidy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VersionStatusTest {

    /** Written out a second time on purpose: a change of the life cycle must be meant twice. */
    private static final Set<String> ALLOWED = Set.of(
            "DRAFT>UNDER_CONSULTATION",
            "DRAFT>IN_FORCE",
            "UNDER_CONSULTATION>DRAFT",
            "UNDER_CONSULTATION>IN_FORCE",
            "IN_FORCE>SUPERSEDED",
            "IN_FORCE>REPEALED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(VersionStatus.values())
                .flatMap(from -> Arrays.stream(VersionStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheDrawnStepsAreAllowed(VersionStatus from, VersionStatus to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }
}
