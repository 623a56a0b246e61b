package cn.qingcheng.subsidy.policy;

import cn.qingcheng.subsidy.rule.Rule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One rule of a version: a CEL predicate over the facts, with its words. Also how a rule is shown. */
public record RuleRequest(
        @Schema(examples = "employed-in-city") @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String name,

        @Schema(examples = "employmentRegionCode.startsWith('1501')") @NotBlank @Size(max = 1000)
        String cel,

        @Schema(examples = "在本市就业") @NotBlank @Size(max = 200)
        String zh,

        @Schema(examples = "Employed in the city") @NotBlank @Size(max = 200)
        String en) {

    static RuleRequest from(Rule rule) {
        return new RuleRequest(rule.name(), rule.cel(), rule.zh(), rule.en());
    }

    Rule toRule() {
        return new Rule(name, cel, zh, en);
    }
}
