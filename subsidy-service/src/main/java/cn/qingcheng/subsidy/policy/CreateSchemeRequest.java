package cn.qingcheng.subsidy.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new scheme with the draft of its first version. */
public record CreateSchemeRequest(
        @Schema(examples = "rent-subsidy") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String code,

        @NotNull @Valid LocalisedText name,

        @Schema(examples = "大学生留呼安居政策（样例）") @NotBlank @Size(max = 200)
        String policy,

        @Schema(examples = "RENT_SUBSIDY") @Pattern(regexp = "[A-Z][A-Z_]{1,39}") @Nullable
        String benefitKind,

        @Schema(examples = "talent-housing-2026") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String budgetLineCode,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid RuleRequest> rules,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid AmountRequest> amounts,
        @Schema(examples = "12") @NotNull @Min(1) @Max(120) Integer instalments,

        @Schema(examples = "[\"RENT_CONTRACT\"]") @NotNull @Size(max = 10)
        List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String> evidence,

        @Schema(examples = "5") @NotNull @Min(1) @Max(60) Integer publicityWorkdays,
        @Schema(examples = "10") @Min(1) @Max(60) @Nullable Integer correctionWorkdays) {

    private static final int DEFAULT_CORRECTION_WORKDAYS = 10;

    VersionTerms terms() {
        return new VersionTerms(
                benefitKind,
                budgetLineCode,
                instalments,
                publicityWorkdays,
                correctionWorkdays == null ? DEFAULT_CORRECTION_WORKDAYS : correctionWorkdays,
                rules.stream().map(RuleRequest::toRule).toList(),
                amounts.stream()
                        .map(line -> new AmountLine(
                                line.educationLevel(), line.amount().fen()))
                        .toList(),
                evidence);
    }
}
