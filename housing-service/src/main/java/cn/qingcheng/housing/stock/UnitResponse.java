package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.standard.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A flat as everybody may see it. Rent per month. */
public record UnitResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "SH01-1-101") String unitNumber,
        @Schema(examples = "SH01") String estate,
        @Schema(examples = "150105") String regionCode,
        @Schema(examples = "101") String number,
        @Schema(examples = "3") int floor,
        @Schema(examples = "2") int rooms,
        @Schema(examples = "58.50") BigDecimal areaSquareMetres,
        @Schema(examples = "3") int capacity,
        Money baseRent,
        Money deposit,
        UnitStatus status) {

    public static UnitResponse from(Unit unit) {
        UnitDescription description = unit.description();
        return new UnitResponse(
                unit.id(),
                unit.code(),
                unit.estateCode(),
                unit.regionCode(),
                unit.number(),
                description.floor(),
                description.rooms(),
                description.areaSquareMetres(),
                description.capacity(),
                new Money(description.baseRentFen()),
                new Money(description.depositFen()),
                unit.status());
    }
}
