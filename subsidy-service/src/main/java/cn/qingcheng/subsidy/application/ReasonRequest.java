package cn.qingcheng.subsidy.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken; required where the step goes against the applicant. */
public record ReasonRequest(
        @Schema(examples = "租房合同缺少签字页") @NotBlank @Size(max = 500)
        String reason) {}
