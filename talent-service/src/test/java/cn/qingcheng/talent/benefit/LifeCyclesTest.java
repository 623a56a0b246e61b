package cn.qingcheng.talent.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCyclesTest {

    private static final Instant NOW = Instant.parse("2026-09-01T01:00:00Z");
    private static final BenefitClaimed CLAIMED =
            new BenefitClaimed(UUID.randomUUID(), UUID.randomUUID(), "RENT_SUBSIDY", "QS-1");

    @ParameterizedTest
    @CsvSource({
        "HELD, HELD, false", "HELD, REFUSED, false", "HELD, RELEASED, true",
        "REFUSED, HELD, false", "REFUSED, REFUSED, false", "REFUSED, RELEASED, false",
        "RELEASED, HELD, false", "RELEASED, REFUSED, false", "RELEASED, RELEASED, false"
    })
    void everyStepIsAllowedOrNot(BenefitStatus from, BenefitStatus to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(BenefitStatus.class)
    void onlyWhatIsHeldIsReleased(BenefitStatus status) {
        BenefitClaim claim = claim(status);

        if (status == BenefitStatus.HELD) {
            claim.release(NOW);
            assertThat(Set.of(claim.status())).containsExactly(BenefitStatus.RELEASED);
        } else {
            assertThatThrownBy(() -> claim.release(NOW)).isInstanceOf(ProblemException.class);
        }
    }

    private static BenefitClaim claim(BenefitStatus status) {
        return switch (status) {
            case HELD -> BenefitClaim.held(CLAIMED, "HOUSING", NOW);
            case REFUSED -> BenefitClaim.refused(CLAIMED, RefusalReason.EXCLUDED, "PURCHASE_SUBSIDY", NOW);
            case RELEASED -> BenefitClaim.releasedUnseen(CLAIMED, NOW);
        };
    }
}
