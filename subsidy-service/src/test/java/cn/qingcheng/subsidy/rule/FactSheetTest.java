package cn.qingcheng.subsidy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.subsidy.applicant.TalentFacts;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactSheetTest {

    @Test
    void yearsAndMonthsAreWholeOnesAndDatesThemselvesAreNotShown() {
        TalentFacts facts = new TalentFacts(
                UUID.randomUUID(),
                1,
                "wang",
                "21",
                "408",
                "90001",
                LocalDate.of(2021, 9, 2),
                2000,
                null,
                "150105",
                new TalentFacts.Employment("91150102MA0TE5T084", "150102", LocalDate.of(2026, 3, 1), "2026-08"),
                LocalDate.of(2026, 8, 31));

        assertThat(FactSheet.of(facts, LocalDate.of(2026, 9, 1)).byVariable())
                .containsEntry("yearsSinceGraduation", 4L)
                .containsEntry("age", 26L)
                .containsEntry("monthsEmployed", 6L)
                .containsEntry("tier", "")
                .containsEntry("retained", true)
                .doesNotContainValue("wang");
    }

    @Test
    void whatNobodyHasSuppliedIsMissingAndNotFalse() {
        TalentFacts facts =
                new TalentFacts(UUID.randomUUID(), 1, null, null, null, null, null, null, null, null, null, null);

        assertThat(FactSheet.of(facts, LocalDate.of(2026, 9, 1)).missing())
                .contains(Fact.EDUCATION_LEVEL, Fact.MONTHS_EMPLOYED, Fact.AGE)
                .doesNotContain(Fact.TIER, Fact.RETAINED);
    }
}
