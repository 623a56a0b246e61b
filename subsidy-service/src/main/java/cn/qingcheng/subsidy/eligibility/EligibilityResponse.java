package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.subsidy.policy.LocalisedText;
import cn.qingcheng.subsidy.rule.Eligibility;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One scheme, whether she can get it, and what each rule says.
 *
 * @param monthlyAmount what a month would be worth to her; null when the scheme names no amount for her education
 */
public record EligibilityResponse(
        @Schema(examples = "rent-subsidy") String schemeCode,
        @Schema(examples = "1") int schemeVersion,
        LocalisedText name,
        Eligibility eligible,
        @Nullable Money monthlyAmount,
        @Schema(examples = "12") int instalments,
        List<RuleResultResponse> rules) {}
