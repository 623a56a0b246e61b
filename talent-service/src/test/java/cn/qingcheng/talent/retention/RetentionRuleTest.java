package cn.qingcheng.talent.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 1);

    @Test
    void aRuleAsksForItsMonthsAndNoFewer() {
        RetentionRule threeMonths = new RetentionRule("three", 3, FROM, null);

        assertThat(threeMonths.isMetBy(2)).isFalse();
        assertThat(threeMonths.isMetBy(3)).isTrue();
    }

    @Test
    void aRuleIsInForceFromItsFirstDayToTheDayBeforeItsEnd() {
        RetentionRule ofOneYear = new RetentionRule("year", 1, FROM, UNTIL);

        assertThat(ofOneYear.isInForce(FROM.minusDays(1))).isFalse();
        assertThat(ofOneYear.isInForce(FROM)).isTrue();
        assertThat(ofOneYear.isInForce(UNTIL.minusDays(1))).isTrue();
        assertThat(ofOneYear.isInForce(UNTIL)).isFalse();
    }
}
