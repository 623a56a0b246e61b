package cn.qingcheng.housing.intake;

import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitDescription;
import cn.qingcheng.kit.standard.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import. Rent per month.
 *
 * @param raisedOnly true for a unit that is not ready yet and must not be released
 */
@Schema(name = "UnitRow")
public record UnitRow(
        @Schema(examples = "SH01") @NotNull @Pattern(regexp = "[A-Z0-9]{2,12}")
        String estate,

        @Schema(examples = "1") @NotNull @Pattern(regexp = "[A-Z0-9]{1,8}")
        String building,

        @Schema(examples = "101") @NotNull @Pattern(regexp = "[A-Z0-9]{1,8}")
        String number,

        @Schema(examples = "3") @NotNull @Min(-5) @Max(120) Integer floor,
        @Schema(examples = "2") @NotNull @Min(1) @Max(20) Integer rooms,

        @Schema(examples = "58.50") @NotNull @DecimalMin("1") @DecimalMax("99999") @Digits(integer = 5, fraction = 2)
        BigDecimal areaSquareMetres,

        @Schema(examples = "3") @NotNull @Min(1) @Max(20) Integer capacity,
        @NotNull Money baseRent,
        @NotNull Money deposit,
        @Schema(examples = "false") @Nullable Boolean raisedOnly) {

    String code() {
        return Unit.codeOf(estate, building, number);
    }

    boolean isReady() {
        return !Boolean.TRUE.equals(raisedOnly);
    }

    UnitDescription description() {
        return new UnitDescription(
                floor,
                rooms,
                areaSquareMetres.setScale(2, RoundingMode.UNNECESSARY),
                capacity,
                baseRent.fen(),
                deposit.fen());
    }
}
