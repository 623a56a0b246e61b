package cn.qingcheng.subsidy.disbursement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which month of which scheme to pay. */
public record BuildBatchRequest(
        @Schema(examples = "rent-subsidy") @NotBlank @Size(max = 50)
        String schemeCode,

        @Schema(examples = "2026-10") @NotNull @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])")
        String period) {}
