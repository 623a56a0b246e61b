package cn.qingcheng.housing.draw;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record VoidDrawRequest(
        @Schema(examples = "the drum was opened too early") @NotBlank @Size(max = 500)
        String reason) {}
