package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.standard.EducationLevelCode;
import cn.qingcheng.kit.standard.Money;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one month is worth to a person of this education level. Also how an amount is shown. */
public record AmountRequest(
        @Schema(examples = "21", description = "GB/T 4658-2006") @NotNull @EducationLevelCode
        String educationLevel,

        @NotNull Money amount) {}
