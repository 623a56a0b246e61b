package cn.qingcheng.subsidy.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new budget line. */
public record OpenBudgetLineRequest(
        @Schema(examples = "talent-housing-2026") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String code,

        @Schema(examples = "2026") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @NotNull @Valid BudgetLineName name) {}
