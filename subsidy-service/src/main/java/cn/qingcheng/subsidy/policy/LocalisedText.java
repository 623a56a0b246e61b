package cn.qingcheng.subsidy.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words for people in both languages. */
public record LocalisedText(
        @Schema(examples = "租房补贴") @NotBlank @Size(max = 200)
        String zh,

        @Schema(examples = "Rent subsidy") @NotBlank @Size(max = 200)
        String en) {}
