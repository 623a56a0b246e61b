package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.RequestLanguage;
import cn.qingcheng.subsidy.applicant.ApplicantService;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import cn.qingcheng.subsidy.rule.Eligibility;
import cn.qingcheng.subsidy.rule.EligibilityReport;
import cn.qingcheng.subsidy.rule.Fact;
import cn.qingcheng.subsidy.rule.FactSheet;
import cn.qingcheng.subsidy.rule.RuleEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluates a person under one version today, refuses with every rule in words, and keeps what a decision stood on. */
@ApplicationScoped
public class Assessment {
    @Inject
    ApplicantService applicants;

    @Inject
    EligibilityService eligibility;

    @Inject
    RuleEngine rules;

    @Inject
    RequestLanguage language;

    @Inject
    ObjectMapper json;

    /** An outcome as it is kept. */
    record KeptRule(String name, String outcome, List<String> missing) {}

    /** The facts and outcomes of today. */
    public DecisionGround ground(UUID talentId, SchemeVersion version) {
        FactSheet sheet = sheet(talentId);
        return ground(sheet, rules.evaluate(version.rules(), sheet));
    }

    /** Lets pass who fails no rule, though a fact may still be missing. */
    public void mustNotFail(UUID talentId, SchemeVersion version) {
        EligibilityReport report = rules.evaluate(version.rules(), sheet(talentId));
        if (report.eligible() == Eligibility.NO) {
            throw notEligible(report);
        }
    }

    /** Lets pass who meets every rule, and gives what that stands on. */
    public DecisionGround mustPass(UUID talentId, SchemeVersion version) {
        FactSheet sheet = sheet(talentId);
        EligibilityReport report = rules.evaluate(version.rules(), sheet);
        if (report.eligible() != Eligibility.YES) {
            throw notEligible(report);
        }
        return ground(sheet, report);
    }

    private FactSheet sheet(UUID talentId) {
        return eligibility.sheet(applicants.ofTalent(talentId));
    }

    private ProblemException notEligible(EligibilityReport report) {
        return new ProblemException(EligibilityProblem.NOT_ELIGIBLE)
                .with(
                        "rules",
                        report.results().stream()
                                .map(result -> RuleResultResponse.from(result, language.locale()))
                                .toList());
    }

    private DecisionGround ground(FactSheet sheet, EligibilityReport report) {
        List<KeptRule> kept = report.results().stream()
                .map(result -> new KeptRule(
                        result.rule().name(),
                        result.outcome().name(),
                        result.missing().stream().map(Fact::variable).toList()))
                .toList();
        try {
            return new DecisionGround(
                    json.writeValueAsString(sheet.byVariable()),
                    json.writeValueAsString(Map.of("eligible", report.eligible().name(), "rules", kept)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts and outcomes are plain values", impossible);
        }
    }
}
