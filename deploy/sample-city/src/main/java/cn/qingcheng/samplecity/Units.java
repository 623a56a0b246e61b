package cn.qingcheng.samplecity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The talent apartments: estates over the city's regions, buildings of 20 floors with four flats each. */
final class Units {

    private static final int FLOORS = 20;
    private static final int FLATS_PER_FLOOR = 4;
    private static final int BUILDINGS_PER_ESTATE = 8;
    private static final int UNITS_PER_BUILDING = FLOORS * FLATS_PER_FLOOR;
    private static final int UNITS_PER_ESTATE = BUILDINGS_PER_ESTATE * UNITS_PER_BUILDING;

    private Units() {}

    static List<Map<String, Object>> estates(Scale scale, CityFacts facts) {
        List<String> regions = facts.regionCodes();
        List<Map<String, Object>> estates = new ArrayList<>();
        for (int i = 0; i * UNITS_PER_ESTATE < scale.units(); i++) {
            String region = regions.get(i % regions.size());
            estates.add(Rows.row(
                    "code",
                    estateCode(i),
                    "name",
                    "丁香人才公寓%d号园".formatted(i + 1),
                    "regionCode",
                    region,
                    "address",
                    facts.regionName(region) + "样例路%d号".formatted(i + 1)));
        }
        return estates;
    }

    static List<Map<String, Object>> rows(Scale scale, long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> units = new ArrayList<>(scale.units());
        for (int i = 0; i < scale.units(); i++) {
            int inEstate = i % UNITS_PER_ESTATE;
            int inBuilding = inEstate % UNITS_PER_BUILDING;
            int floor = inBuilding / FLATS_PER_FLOOR + 1;
            int rooms = 1 + inBuilding % FLATS_PER_FLOOR % 3;
            long rent = 600L * rooms + 10L * random.nextInt(30);
            units.add(Rows.row(
                    "estate", estateCode(i / UNITS_PER_ESTATE),
                    "building", String.valueOf(inEstate / UNITS_PER_BUILDING + 1),
                    "number", "%d%02d".formatted(floor, inBuilding % FLATS_PER_FLOOR + 1),
                    "floor", floor,
                    "rooms", rooms,
                    "areaSquareMetres", 30 * rooms + random.nextInt(8),
                    "capacity", rooms + 1,
                    "baseRent", Rows.money(rent),
                    "deposit", Rows.money(rent)));
        }
        return units;
    }

    private static String estateCode(int index) {
        return "E%02d".formatted(index + 1);
    }
}
