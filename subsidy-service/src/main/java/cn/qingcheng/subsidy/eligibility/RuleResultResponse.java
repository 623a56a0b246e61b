package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.subsidy.rule.RuleOutcome;
import cn.qingcheng.subsidy.rule.RuleResult;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule's outcome in words.
 *
 * @param missing what must be supplied before it can be told; empty unless the outcome is UNKNOWN
 */
public record RuleResultResponse(
        @Schema(examples = "employed-in-city") String name,
        RuleOutcome outcome,
        @Schema(examples = "在本市就业") String text,
        List<MissingFactResponse> missing) {

    public static RuleResultResponse from(RuleResult result, Locale language) {
        return new RuleResultResponse(
                result.rule().name(),
                result.outcome(),
                language.equals(Locale.ENGLISH)
                        ? result.rule().en()
                        : result.rule().zh(),
                result.missing().stream()
                        .map(fact -> MissingFactResponse.from(fact, language))
                        .toList());
    }
}
