package cn.qingcheng.housing.release;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record CreateReleaseBatchRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Valid UnitSelection unitSelection) {}
