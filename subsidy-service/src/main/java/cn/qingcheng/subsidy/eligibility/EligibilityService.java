package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.subsidy.applicant.ApplicantService;
import cn.qingcheng.subsidy.applicant.TalentFacts;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import cn.qingcheng.subsidy.policy.SchemeVersionRepository;
import cn.qingcheng.subsidy.rule.EligibilityReport;
import cn.qingcheng.subsidy.rule.FactSheet;
import cn.qingcheng.subsidy.rule.RuleEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Says what a person can get, and why not. */
@ApplicationScoped
public class EligibilityService {
    @Inject
    SchemeVersionRepository versions;

    @Inject
    ApplicantService applicants;

    @Inject
    RuleEngine rules;

    @Inject
    Clock clock;

    /** Every scheme in force, with every rule's outcome. */
    @Transactional
    public List<EligibilityResponse> overview(String accountId, Locale language) {
        TalentFacts facts = applicants.ofAccount(accountId);
        FactSheet sheet = sheet(facts);
        return versions.allInForce().stream()
                .map(version -> response(version, rules.evaluate(version.rules(), sheet), facts, language))
                .toList();
    }

    /** The facts of a person as they stand today. */
    public FactSheet sheet(TalentFacts facts) {
        return FactSheet.of(facts, CityTime.today(clock));
    }

    private static EligibilityResponse response(
            SchemeVersion version, EligibilityReport report, TalentFacts facts, Locale language) {
        OptionalLong amountFen = version.monthlyAmountFen(facts.educationLevel());
        return new EligibilityResponse(
                version.scheme().code(),
                version.number(),
                version.scheme().name(),
                report.eligible(),
                amountFen.isPresent() ? Money.ofFen(amountFen.getAsLong()) : null,
                version.instalments(),
                report.results().stream()
                        .map(result -> RuleResultResponse.from(result, language))
                        .toList());
    }
}
