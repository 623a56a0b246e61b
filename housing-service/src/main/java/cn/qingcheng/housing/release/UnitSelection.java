package cn.qingcheng.housing.release;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which prepared units to release: either the first {@code count} by number, of one estate or of all, or the
 * {@code unitNumbers} given.
 */
public record UnitSelection(
        @Schema(examples = "SH01") @Nullable @Size(max = 12) String estate,

        @Schema(examples = "5077") @Nullable @Min(1) @Max(20_000)
        Integer count,

        @Schema(examples = "[\"SH01-1-101\"]") @Nullable @Size(min = 1, max = 5_000)
        List<@NotBlank @Size(max = 30) String> unitNumbers) {}
