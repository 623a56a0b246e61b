package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.standard.Money;
import java.math.BigDecimal;
import java.util.UUID;

/** A flat as everybody may see it. Rent per month. */
public record UnitResponse(
        UUID id,
        String unitNumber,
        String estate,
        String regionCode,
        String number,
        int floor,
        int rooms,
        BigDecimal areaSquareMetres,
        int capacity,
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
