package cn.qingcheng.housing.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record WithdrawUnitRequest(
        @Schema(examples = "needed for a clinic") @NotBlank @Size(max = 500)
        String reason) {}
