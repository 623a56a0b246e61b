package cn.qingcheng.housing.lease;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the meters show when the keys are handed over: kWh, and cubic metres of water and gas. */
public record HandOverRequest(
        @Schema(examples = "12.50") @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal electricityReading,

        @Schema(examples = "3.00") @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal waterReading,

        @Schema(examples = "1.20") @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal gasReading) {}
