package cn.qingcheng.housing.round;

import cn.qingcheng.kit.standard.EducationLevelCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A band of applicants, by levels of education (GB/T 4658). */
public record TierRequest(
        @Schema(examples = "masters") @NotBlank @Size(max = 50)
        String name,

        @Schema(examples = "[\"11\", \"14\"]") @NotEmpty @Size(max = 20)
        List<@NotNull @EducationLevelCode String> educationLevels) {}
