package cn.qingcheng.housing.release;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record CreateReleaseBatchRequest(
        @Schema(examples = "2026年首批") @NotBlank @Size(max = 100)
        String name,

        @NotNull @Valid UnitSelection unitSelection) {}
