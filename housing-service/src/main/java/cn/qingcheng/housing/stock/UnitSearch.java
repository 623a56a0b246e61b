package cn.qingcheng.housing.stock;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a person may look for among the flats; what is not given is not asked. */
public class UnitSearch {

    private static final int FEN_DIGITS = 2;

    @QueryParam("status")
    @DefaultValue("RELEASED")
    @Parameter(description = "State of the unit.", example = "RELEASED")
    UnitStatus status = UnitStatus.RELEASED;

    @QueryParam("estate")
    @Parameter(description = "Code of the estate.", example = "SH01")
    @Nullable
    String estate;

    @QueryParam("region")
    @Parameter(description = "Region code of the district, six digits.", example = "150105")
    @Nullable
    String region;

    @QueryParam("maxRent")
    @PositiveOrZero
    @Digits(integer = 9, fraction = FEN_DIGITS)
    @Parameter(description = "Highest base rent a month, in yuan.", example = "1200.00")
    @Nullable
    BigDecimal maxRent;

    @QueryParam("rooms")
    @Min(1)
    @Parameter(description = "Number of rooms.", example = "2")
    @Nullable
    Integer rooms;

    @QueryParam("minArea")
    @PositiveOrZero
    @Parameter(description = "Least area in square metres.", example = "45")
    @Nullable
    BigDecimal minArea;

    @QueryParam("persons")
    @Min(1)
    @Parameter(description = "For how many people at least.", example = "2")
    @Nullable
    Integer persons;

    /** The condition over {@code Unit}, every named parameter of which is in {@link #parameters}. */
    String condition() {
        StringBuilder hql = new StringBuilder("status = :status and code > :after");
        add(hql, estate, " and estateCode = :estate");
        add(hql, region, " and regionCode = :region");
        add(hql, maxRent, " and baseRentFen <= :maxRentFen");
        add(hql, rooms, " and rooms = :rooms");
        add(hql, minArea, " and areaSquareMetres >= :minArea");
        add(hql, persons, " and capacity >= :persons");
        return hql.append(" order by code").toString();
    }

    Map<String, Object> parameters(@Nullable String afterCode) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("status", status);
        parameters.put("after", afterCode == null ? "" : afterCode);
        add(parameters, "estate", estate);
        add(parameters, "region", region);
        add(
                parameters,
                "maxRentFen",
                maxRent == null ? null : maxRent.movePointRight(FEN_DIGITS).longValueExact());
        add(parameters, "rooms", rooms);
        add(parameters, "minArea", minArea);
        add(parameters, "persons", persons);
        return parameters;
    }

    private static void add(StringBuilder hql, @Nullable Object asked, String condition) {
        if (asked != null) {
            hql.append(condition);
        }
    }

    private static void add(Map<String, Object> parameters, String name, @Nullable Object asked) {
        if (asked != null) {
            parameters.put(name, asked);
        }
    }
}
