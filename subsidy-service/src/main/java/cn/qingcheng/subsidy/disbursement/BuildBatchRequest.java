package cn.qingcheng.subsidy.disbursement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which month of which scheme to pay. */
public record BuildBatchRequest(
        @Schema(examples = "rent-subsidy") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String schemeCode,

        @Schema(examples = "2026-10") @NotNull @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])")
        String period) {}
