package cn.qingcheng.housing.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A round to be held.
 *
 * @param entropySource what will be drawn in public after the list is committed, said beforehand
 * @param publicityWorkdays working days the committed list is public before the draw
 * @param offerWorkdays working days a household has to answer an offer
 * @param leaseMonths length of the leases that come of it; 12 when not said
 */
public record CreateRoundRequest(
        @Schema(examples = "R2026-01") @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,39}")
        String code,

        @Schema(examples = "2026年第一轮") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "[\"01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e\"]") @NotEmpty @Size(max = 6_000)
        List<@NotNull UUID> unitIds,

        @NotEmpty @Size(max = 20) List<@NotNull @Valid TierRequest> tiers,

        @Schema(examples = "福彩双色球2026年第100期开奖号码") @NotBlank @Size(max = 500)
        String entropySource,

        @Schema(examples = "5") @NotNull @Min(0) @Max(60) Integer publicityWorkdays,
        @Schema(examples = "3") @NotNull @Min(1) @Max(60) Integer offerWorkdays,
        @Schema(examples = "12") @Nullable @Min(1) @Max(60) Integer leaseMonths) {

    private static final int LEASE_MONTHS = 12;

    int leaseMonthsOrDefault() {
        return leaseMonths == null ? LEASE_MONTHS : leaseMonths;
    }
}
