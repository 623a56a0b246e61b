package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The innovation platforms in the layout "one core, two poles, many points", and the cooperation projects. The ones the
 * city itself names come first under their own names; the rest are fictional, numbered ones.
 */
final class Platforms {

    private static final List<String> KINDS = List.of(
            "LABORATORY",
            "TECHNOLOGY_CENTRE",
            "INCUBATOR",
            "MAKER_SPACE",
            "ACADEMICIAN_STATION",
            "POSTDOC_STATION",
            "EXPERT_WORKSTATION",
            "THINK_TANK",
            "INTERMEDIARY");
    private static final List<String> KIND_NAMES =
            List.of("实验室", "技术中心", "孵化器", "众创空间", "院士工作站", "博士后工作站", "专家工作站", "智库", "中介机构");
    private static final List<String> LEVELS = List.of("NATIONAL", "MINISTRY_REGION", "REGION", "CITY");
    private static final List<String> INDUSTRIES = List.of("生物健康", "新材料", "新能源", "大数据", "乳草畜", "绿色农牧", "生物医药", "辐射探测");

    private final Random random;
    private final CityFacts facts;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private Platforms(CityFacts facts, long seed) {
        this.facts = facts;
        this.random = new Random(seed);
    }

    static List<Map<String, Object>> rows(Scale scale, CityFacts facts, long seed) {
        Platforms platforms = new Platforms(facts, seed);
        platforms.addNamed();
        while (platforms.rows.size() < scale.platforms()) {
            platforms.addFictional();
        }
        return platforms.rows.subList(0, scale.platforms());
    }

    static List<Map<String, Object>> cooperation(Scale scale, long seed) {
        Random random = new Random(seed);
        List<Map<String, Object>> projects = new ArrayList<>();
        for (int i = 0; i < scale.cooperationProjects(); i++) {
            LocalDate start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_000));
            String field = INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
            projects.add(Rows.row(
                    "code", "CP%04d".formatted(i + 1),
                    "name",
                            Rows.row(
                                    "zh", "%s校企合作样例项目%d".formatted(field, i + 1),
                                    "en", "Sample cooperation project %d".formatted(i + 1)),
                    "institutionCode", Institutions.code(i % scale.institutions()),
                    "enterprise", Employers.code(random.nextInt(Employers.COUNT)),
                    "field", field,
                    "contractValue", Rows.money(100_000L * (1 + random.nextInt(80))),
                    "startedOn", start.toString(),
                    "endsOn", start.plusYears(1 + random.nextInt(4)).toString()));
        }
        return projects;
    }

    private void addNamed() {
        JsonNode layout = facts.layout();
        String core = layout.at("/core/name").asText();
        for (JsonNode zone : layout.at("/core/zones")) {
            String function = zone.path("function").asText().startsWith("RESEARCH")
                    ? "RESEARCH"
                    : zone.path("function").asText();
            add(zone.path("name").asText(), "INDUSTRIAL_PARK", "REGION", "CORE", core, function);
        }
        for (JsonNode pole : layout.path("poles")) {
            String name = pole.path("name").asText();
            add(name, "INDUSTRIAL_PARK", "REGION", "POLE", name, "APPLICATION");
            for (JsonNode centre : pole.path("centres")) {
                add(centre.asText(), "INNOVATION_CENTRE", "NATIONAL", "POLE", name, "RESEARCH");
            }
        }
        for (JsonNode point : layout.path("points")) {
            String name = point.asText();
            add(name, name.contains("人力资源") ? "HR_PARK" : "INDUSTRIAL_PARK", "CITY", "POINT", name, "APPLICATION");
        }
        for (JsonNode centre : facts.platform().path("innovationCentres")) {
            add(centre.path("name").asText(), "INNOVATION_CENTRE", "CITY", "POINT", core, "RESEARCH");
        }
        for (JsonNode laboratory : facts.platform().path("keyLaboratories")) {
            add(laboratory.asText(), "LABORATORY", "MINISTRY_REGION", "POLE", core, "RESEARCH");
        }
        for (JsonNode laboratory : facts.platform().path("jointLaboratories")) {
            add(laboratory.path("name").asText(), "LABORATORY", "CITY", "POINT", core, "RESEARCH");
        }
    }

    private void addFictional() {
        int kind = random.nextInt(KINDS.size());
        String industry = INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
        String[] layout = random.nextInt(5) == 0 ? new String[] {"CORE", "和林格尔人才科创中心"} : new String[] {"POINT", "样例片区"};
        add(
                industry + KIND_NAMES.get(kind) + "样例%03d".formatted(rows.size() + 1),
                KINDS.get(kind),
                LEVELS.get(random.nextInt(LEVELS.size())),
                layout[0],
                layout[1],
                List.of("RESEARCH", "INCUBATION", "APPLICATION").get(random.nextInt(3)));
    }

    private void add(String name, String kind, String level, String layout, String zone, String function) {
        int number = rows.size() + 1;
        List<String> regions = facts.regionCodes();
        rows.add(Rows.row(
                "code",
                "P%04d".formatted(number),
                "name",
                Rows.row("zh", name, "en", "Platform %d (%s)".formatted(number, kind)),
                "kind",
                kind,
                "level",
                level,
                "layout",
                layout,
                "zone",
                zone,
                "function",
                function,
                "operator",
                Employers.code(random.nextInt(Employers.COUNT)),
                "industries",
                List.of(INDUSTRIES.get(random.nextInt(INDUSTRIES.size()))),
                "regionCode",
                regions.get(random.nextInt(regions.size())),
                "longitude",
                BigDecimal.valueOf(111_300 + random.nextInt(900), 3),
                "latitude",
                BigDecimal.valueOf(40_400 + random.nextInt(700), 3)));
    }
}
