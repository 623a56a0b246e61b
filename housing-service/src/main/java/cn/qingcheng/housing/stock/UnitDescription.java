package cn.qingcheng.housing.stock;

import java.math.BigDecimal;

/** What a flat is like and costs: everything about it that an import may correct before release. Rent per month. */
public record UnitDescription(
        int floor, int rooms, BigDecimal areaSquareMetres, int capacity, long baseRentFen, long depositFen) {}
