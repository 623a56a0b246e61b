package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The platform office keeps its catalogue and looks at its targets. */
final class PlatformRole implements Role {

    private static final String OFFICER = "platform-officer";
    private static final String PLATFORMS = "/platform/v1/platforms";
    private static final String EMPLOYER = "91150102MA0TE5T084";

    private final Desk desk;
    private final int run;
    private int made;

    PlatformRole(Desk desk, int run) {
        this.desk = desk;
        this.run = run;
    }

    @Override
    public void act() {
        switch (desk.below(6)) {
            case 0 -> desk.upload("platform.import", OFFICER, PLATFORMS + "/imports", platforms());
            case 1 -> edit();
            case 2 -> cooperation();
            case 3 -> target();
            case 4 -> desk.get("platform.search", null, PLATFORMS + "?q=%E6%A0%B7%E4%BE%8B&pageSize=10");
            default -> desk.get("platform.targets", "auditor", "/platform/v1/targets?pageSize=20");
        }
    }

    private List<Map<String, Object>> platforms() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made++;
            rows.add(platform("RUN%d-%d".formatted(run, 1 + desk.below(made + 1))));
        }
        if (desk.chance(30)) {
            rows.add(new LinkedHashMap<>(Map.of("code", "RUN%d-wrong".formatted(run))));
        }
        return rows;
    }

    private Map<String, Object> platform(String code) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", code);
        row.put("name", Map.of("zh", "样例平台" + code, "en", "Sample platform " + code));
        row.put("kind", desk.any(List.of("LABORATORY", "INCUBATOR", "THINK_TANK")));
        row.put("level", desk.any(List.of("NATIONAL", "REGION", "CITY")));
        row.put("layout", "POINT");
        row.put("zone", "样例片区" + desk.below(9));
        row.put("function", "RESEARCH");
        row.put("operator", EMPLOYER);
        row.put("industries", List.of("新材料"));
        row.put("regionCode", "150123");
        return row;
    }

    private void edit() {
        List<JsonNode> found = desk.items("platform.search", null, PLATFORMS + "?pageSize=50");
        if (found.isEmpty()) {
            return;
        }
        String path = PLATFORMS + "/" + desk.any(found).path("id").asText();
        Reply platform = desk.get("platform.show", null, path);
        if (!platform.isGood()) {
            return;
        }
        String zone = "片区" + run + "-" + desk.below(1_000_000);
        desk.patch(
                "platform.patch",
                OFFICER,
                path,
                Map.of("zone", zone),
                desk.chance(10) ? "\"9999\"" : platform.etag(),
                now -> now.path("zone").asText().equals(zone));
    }

    private void cooperation() {
        made++;
        String institution = String.valueOf(91_000 + desk.below(500));
        desk.upload(
                "platform.institutions",
                OFFICER,
                "/platform/v1/institutions/imports",
                List.of(Map.of(
                        "code",
                        institution,
                        "name",
                        Map.of("zh", "样例大学" + institution, "en", "Sample University " + institution),
                        "kind",
                        "UNIVERSITY")));
        desk.upload(
                "platform.cooperation",
                OFFICER,
                "/platform/v1/cooperation-projects/imports",
                List.of(Map.of(
                        "code",
                        "RUN%d-C%d".formatted(run, made),
                        "name",
                        Map.of("zh", "样例合作项目", "en", "Sample cooperation"),
                        "institutionCode",
                        institution,
                        "enterprise",
                        EMPLOYER,
                        "field",
                        "新材料",
                        "contractValue",
                        Map.of("amount", "100000.00", "currency", "CNY"),
                        "startedOn",
                        "2026-03-01",
                        "endsOn",
                        "2028-03-01")));
    }

    private void target() {
        made++;
        desk.post(
                "platform.target",
                OFFICER,
                "/platform/v1/targets",
                Map.of(
                        "code", "run%d-target-%d".formatted(run, made),
                        "name", Map.of("zh", "样例目标", "en", "Sample target"),
                        "indicator", "GRADUATES_RETAINED",
                        "unit", "PERSON",
                        "source", "EVENTS",
                        "period", "2026",
                        "targetValue", 100 + desk.below(1000)));
    }
}
