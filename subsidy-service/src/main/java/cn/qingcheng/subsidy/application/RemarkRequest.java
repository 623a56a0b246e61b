package cn.qingcheng.subsidy.application;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A remark an officer may add to a step. */
public record RemarkRequest(
        @Schema(examples = "材料齐全") @Size(max = 500) @Nullable
        String reason) {}
