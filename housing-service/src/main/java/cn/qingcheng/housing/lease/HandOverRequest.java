package cn.qingcheng.housing.lease;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the meters show when the keys are handed over: kWh, and cubic metres of water and gas. */
public record HandOverRequest(
        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal electricityReading,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal waterReading,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal gasReading) {}
