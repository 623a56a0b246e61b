package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.standard.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money given to a line by a decision. */
public record AppropriateRequest(
        @NotNull Money amount,

        @Schema(examples = "呼财样〔2026〕1号") @NotBlank @Size(max = 200)
        String decision) {}
