package cn.qingcheng.platform.naming;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name in Chinese and in English, as people gave it. */
@Schema(name = "BilingualName")
public record BilingualName(
        @Schema(examples = "样例大学01") @NotBlank @Size(max = 200)
        String zh,

        @Schema(examples = "Sample University 01") @NotBlank @Size(max = 200)
        String en) {}
