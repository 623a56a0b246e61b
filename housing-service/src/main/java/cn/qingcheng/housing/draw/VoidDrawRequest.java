package cn.qingcheng.housing.draw;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record VoidDrawRequest(@NotBlank @Size(max = 500) String reason) {}
