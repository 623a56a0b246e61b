package cn.qingcheng.housing.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record WithdrawUnitRequest(@NotBlank @Size(max = 500) String reason) {}
