package cn.qingcheng.subsidy.budget;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A budget line's name in both languages. */
public record BudgetLineName(
        @Schema(examples = "2026年人才安居资金（样例）") @NotBlank @Size(max = 200)
        String zh,

        @Schema(examples = "Talent housing fund 2026 (sample)") @NotBlank @Size(max = 200)
        String en) {}
