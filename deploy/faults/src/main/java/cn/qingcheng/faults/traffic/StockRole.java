package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The housing office raises flats and releases them; keys are handed over to whoever has signed. */
final class StockRole implements Role {

    private static final String OFFICER = "housing1";
    private static final int MOST_FREE = 24;

    private final Desk desk;
    private final String estate;
    private final int run;
    private final Set<String> free = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = new HashSet<>();
    private boolean isEstateThere;
    private int imports;
    private int releases;

    StockRole(Desk desk, int run) {
        this.desk = desk;
        this.run = run;
        this.estate = "RUN" + run;
    }

    /** Flats of this run that are released and were never in a round. */
    Set<String> free() {
        return free;
    }

    @Override
    public void act() {
        int turn = desk.below(100);
        if (!isEstateThere) {
            raiseEstate();
        } else if (free.size() < MOST_FREE && turn < 40) {
            importUnits();
            release();
        } else if (turn < 90) {
            handOver();
        } else {
            oddities();
        }
    }

    private void raiseEstate() {
        isEstateThere = desk.post(
                        "housing.estate",
                        OFFICER,
                        "/housing/v1/estates",
                        Map.of(
                                "code",
                                estate,
                                "name",
                                "丁香人才公寓" + run + "期",
                                "regionCode",
                                "150105",
                                "address",
                                "赛罕区样例路" + run + "号"))
                .isGood();
    }

    private void importUnits() {
        imports++;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            rows.add(unit(i));
        }
        if (desk.chance(30)) {
            rows.add(new LinkedHashMap<>(Map.of("estate", "NOWHERE")));
        }
        Reply done = desk.upload("housing.import", OFFICER, "/housing/v1/units/imports", rows);
        if (done.isGood() && desk.chance(40)) {
            desk.get("housing.import.show", OFFICER, "/housing/v1/units/imports/" + done.id() + "/results");
        }
    }

    private Map<String, Object> unit(int index) {
        Map<String, Object> unit = new LinkedHashMap<>();
        int rooms = 1 + desk.below(3);
        unit.put("estate", estate);
        unit.put("building", String.valueOf(imports));
        unit.put("number", String.valueOf(100 + index));
        unit.put("floor", 1);
        unit.put("rooms", rooms);
        unit.put("areaSquareMetres", 30 * rooms);
        unit.put("capacity", rooms + 1);
        unit.put("baseRent", Map.of("amount", 600 * rooms + ".00", "currency", "CNY"));
        unit.put("deposit", Map.of("amount", 600 * rooms + ".00", "currency", "CNY"));
        if (index == 12) {
            unit.put("raisedOnly", true);
        }
        return unit;
    }

    private void release() {
        releases++;
        Map<String, Object> selection = Map.of("estate", estate, "count", 4 + desk.below(8));
        Reply batch = desk.post(
                "housing.release",
                OFFICER,
                "/housing/v1/release-batches",
                Map.of("name", "第" + run + "期第" + releases + "批", "unitSelection", selection));
        if (batch.isGood()) {
            desk.items("housing.units", null, "/housing/v1/units?status=RELEASED&pageSize=200&estate=" + estate)
                    .forEach(unit -> found(unit.path("id").asText()));
        }
    }

    /** A flat that comes free again stays with its round. */
    private void found(String unit) {
        if (seen.add(unit)) {
            free.add(unit);
        }
    }

    private void handOver() {
        List<JsonNode> signed =
                desk.items("housing.leases.list", OFFICER, "/housing/v1/leases?status=SIGNED&pageSize=100");
        if (!signed.isEmpty()) {
            String lease = desk.any(signed).path("id").asText();
            desk.post(
                    "housing.hand-over",
                    OFFICER,
                    "/housing/v1/leases/" + lease + "/hand-over",
                    Map.of("waterReading", 12.5, "electricityReading", desk.below(900), "gasReading", 5));
        }
    }

    /** A raised flat is made ready; another is taken out for good. */
    private void oddities() {
        List<JsonNode> raised =
                desk.items("housing.units", null, "/housing/v1/units?status=RAISED&pageSize=50&estate=" + estate);
        if (raised.isEmpty()) {
            return;
        }
        String unit = "/housing/v1/units/" + desk.any(raised).path("id").asText();
        if (desk.chance(70)) {
            desk.post("housing.unit.prepare", OFFICER, unit + "/prepare", null);
        } else {
            desk.post("housing.unit.withdraw", OFFICER, unit + "/withdraw", Map.of("reason", "改作社区诊所"));
        }
        desk.get("housing.unit.trail", "auditor", unit + "/trail");
    }
}
