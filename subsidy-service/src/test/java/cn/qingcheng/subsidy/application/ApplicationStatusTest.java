package cn.qingcheng.subsidy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationStatusTest {

    /** Written out a second time on purpose: a change of the life cycle must be meant twice. */
    private static final Set<String> ALLOWED = Set.of(
            "DRAFT>SUBMITTED",
            "DRAFT>WITHDRAWN",
            "SUBMITTED>ACCEPTED_FOR_REVIEW",
            "SUBMITTED>WITHDRAWN",
            "ACCEPTED_FOR_REVIEW>UNDER_REVIEW",
            "ACCEPTED_FOR_REVIEW>WITHDRAWN",
            "UNDER_REVIEW>RETURNED_FOR_CORRECTION",
            "UNDER_REVIEW>REVIEW_PASSED",
            "UNDER_REVIEW>REJECTED",
            "UNDER_REVIEW>WITHDRAWN",
            "RETURNED_FOR_CORRECTION>UNDER_REVIEW",
            "RETURNED_FOR_CORRECTION>WITHDRAWN",
            "RETURNED_FOR_CORRECTION>LAPSED",
            "REVIEW_PASSED>PUBLICITY",
            "REVIEW_PASSED>REJECTED",
            "REVIEW_PASSED>WITHDRAWN",
            "PUBLICITY>OBJECTION_HANDLING",
            "PUBLICITY>APPROVED",
            "PUBLICITY>WITHDRAWN",
            "OBJECTION_HANDLING>PUBLICITY",
            "OBJECTION_HANDLING>REJECTED",
            "OBJECTION_HANDLING>WITHDRAWN",
            "APPROVED>CLEARING",
            "CLEARING>ENTITLED",
            "CLEARING>REJECTED",
            "ENTITLED>REVOKED");

    static Stream<Arguments> everyPair() {
        return Arrays.stream(ApplicationStatus.values())
                .flatMap(from -> Arrays.stream(ApplicationStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheDrawnStepsAreAllowed(ApplicationStatus from, ApplicationStatus to) {
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.contains(from + ">" + to));
    }
}
