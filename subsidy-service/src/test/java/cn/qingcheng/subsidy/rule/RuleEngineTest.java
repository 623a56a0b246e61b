package cn.qingcheng.subsidy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.subsidy.applicant.TalentFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEngineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private final RuleEngine engine = new RuleEngine();

    @Test
    void everyRuleIsAnsweredEvenAfterAFailure() {
        EligibilityReport report = engine.evaluate(
                List.of(
                        rule("bachelor", "educationLevel in ['11', '14', '21']"),
                        rule("young", "age <= 20"),
                        rule("works-here", "employmentRegionCode.startsWith('1501')")),
                graduate(employedIn("150105")));

        assertThat(report.results())
                .extracting(RuleResult::outcome)
                .containsExactly(RuleOutcome.PASS, RuleOutcome.FAIL, RuleOutcome.PASS);
        assertThat(report.eligible()).isEqualTo(Eligibility.NO);
    }

    @Test
    void aMissingFactLeavesTheRuleOpenAndNamesTheFact() {
        EligibilityReport report = engine.evaluate(
                List.of(rule("works-here", "employmentRegionCode.startsWith('1501') && monthsEmployed >= 1")),
                graduate(null));

        assertThat(report.eligible()).isEqualTo(Eligibility.UNKNOWN);
        assertThat(report.results().get(0).missing())
                .containsExactly(Fact.EMPLOYMENT_REGION_CODE, Fact.MONTHS_EMPLOYED);
        assertThat(Fact.MONTHS_EMPLOYED.supplier()).isEqualTo(FactSupplier.EMPLOYER);
    }

    @Test
    void aMissingFactDoesNotMatterWhereTheRestDecides() {
        EligibilityReport report = engine.evaluate(
                List.of(
                        rule("either", "monthsEmployed >= 1 || educationLevel == '21'"),
                        rule("both", "monthsEmployed >= 1 && educationLevel == '11'")),
                graduate(null));

        assertThat(report.results())
                .extracting(RuleResult::outcome)
                .containsExactly(RuleOutcome.PASS, RuleOutcome.FAIL);
    }

    @Test
    void aRuleThatFailsOnAValueIsUnknownAndStopsNothing() {
        EligibilityReport report =
                engine.evaluate(List.of(rule("odd", "10 / yearsSinceGraduation > 1")), graduate(null));

        assertThat(report.eligible()).isEqualTo(Eligibility.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "educationLevel ==",
                "educationLevel == 21",
                "educationLevel",
                "salary > 3",
                "[1, 2].exists(x, x > 1)",
                "request.path == 'x'",
            })
    void aRuleThatDoesNotCheckIsRefusedWithAReason(String cel) {
        assertThat(engine.complaintAbout(cel)).isPresent();
    }

    @Test
    void aRuleTooLongTooDeepOrTooWideIsRefused() {
        assertThat(engine.complaintAbout("age > 1" + " && age > 1".repeat(150))).isPresent();
        assertThat(engine.complaintAbout("(".repeat(60) + "age > 1" + ")".repeat(60)))
                .isPresent();
        assertThat(engine.complaintAbout("age in [" + "1,".repeat(250) + "1]")).isPresent();
    }

    @Test
    void aGoodRuleIsAccepted() {
        assertThat(engine.complaintAbout("retained && tier == '' && yearsSinceGraduation < 5"))
                .isEmpty();
    }

    private static Rule rule(String name, String cel) {
        return new Rule(name, cel, name, name);
    }

    private static TalentFacts.Employment employedIn(String regionCode) {
        return new TalentFacts.Employment("91150102MA0TE5T084", regionCode, LocalDate.of(2026, 7, 1), "2026-08");
    }

    private static FactSheet graduate(TalentFacts.@Nullable Employment employment) {
        return FactSheet.of(
                new TalentFacts(
                        UUID.randomUUID(),
                        1,
                        null,
                        "21",
                        "401",
                        "90001",
                        LocalDate.of(2026, 6, 30),
                        2003,
                        null,
                        "150105",
                        employment,
                        null),
                TODAY);
    }
}
