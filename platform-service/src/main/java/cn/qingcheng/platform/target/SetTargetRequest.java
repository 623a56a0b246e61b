package cn.qingcheng.platform.target;

import cn.qingcheng.platform.naming.BilingualName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A target to set.
 *
 * @param period a year
 * @param targetValue what to reach in the period, in the unit of the indicator
 */
public record SetTargetRequest(
        @Schema(examples = "graduates-retained") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String code,

        @NotNull @Valid BilingualName name,
        @NotNull Indicator indicator,
        @NotNull TargetUnit unit,
        @NotNull TargetSource source,

        @Schema(examples = "2026") @NotNull @Pattern(regexp = "20[0-9]{2}")
        String period,

        @Schema(examples = "28900") @NotNull @Positive @Max(1_000_000_000_000_000L)
        Long targetValue) {}
