package cn.qingcheng.platform.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class PlatformResourceTest {

    private static final String PLATFORMS = "/platform/v1/platforms";
    private static final String DAIRY = row(
            "T001",
            "省部共建乳品科学与技术重点实验室",
            "Key Laboratory of Dairy Science",
            "LABORATORY",
            "MINISTRY_REGION",
            "POLE",
            "乳草畜");
    private static final String PARK =
            row("T002", "金山高新技术产业开发区", "Jinshan High-tech Zone", "INDUSTRIAL_PARK", "REGION", "POINT", "新材料");
    private static final String INCUBATOR =
            row("T003", "乳业众创孵化器样例", "Sample Dairy Incubator", "INCUBATOR", "CITY", "CORE", "乳草畜");

    @BeforeEach
    void threePlatforms() {
        importRows(DAIRY, PARK, INCUBATOR).then().statusCode(201);
    }

    @Test
    void anImportCreatesAndSaidAgainChangesNothing() {
        importRows(row("N001", "新平台", "New platform", "THINK_TANK", "CITY", "POINT", "大数据"))
                .then()
                .statusCode(201)
                .body("status", equalTo("FINISHED"))
                .body("counts.CREATED", equalTo(1));

        importRows(row("N001", "新平台", "New platform", "THINK_TANK", "CITY", "POINT", "大数据"))
                .then()
                .body("counts.UNCHANGED", equalTo(1));
        importRows(row("N001", "改名平台", "New platform", "THINK_TANK", "CITY", "POINT", "大数据"))
                .then()
                .body("counts.UPDATED", equalTo(1));
    }

    @Test
    void aNewPlatformIsToldToOthers() {
        importRows(row("E001", "事件平台", "Event platform", "LABORATORY", "CITY", "POINT", "大数据"));
        String id = search("q", "E001").then().extract().path("items[0].id");

        try (EventCatcher events = EventCatcher.of("platform.platform.v1")) {
            var event = events.await("platform.registered", id);
            assertThat(event.data().path("code").asText()).isEqualTo("E001");
        }
    }

    @Test
    void everyBadRowIsRejectedWithAllItsErrorsAndStopsNoOther() {
        String twoErrors = row("B002", "坏行", "Bad row", "LABORATORY", "CITY", "POINT", "大数据")
                .replace("150102", "990101")
                .replace("91150102MA0TE5T084", "91150102MA0TE5T085");
        Response done = importRows(
                row("B001", "好行", "Good row", "LABORATORY", "CITY", "POINT", "大数据"),
                twoErrors,
                "{\"code\": \"B003\"",
                row("B004", "坏类", "Bad kind", "CASTLE", "CITY", "POINT", "大数据"),
                row("B001", "重复", "Twice", "LABORATORY", "CITY", "POINT", "大数据"),
                row("B005", "未知", "Unknown field", "LABORATORY", "CITY", "POINT", "大数据")
                        .replace("\"zone\"", "\"area\": 3, \"zone\""),
                row("B006", "半坐标", "Half a place", "LABORATORY", "CITY", "POINT", "大数据")
                        .replace(", \"latitude\": 40.8", ""));

        done.then().statusCode(201).body("total", equalTo(7)).body("counts.REJECTED", equalTo(6));
        officer()
                .header("Accept-Language", "en")
                .get(done.path("results") + "?outcome=REJECTED")
                .then()
                .statusCode(200)
                .body("items.row", contains(2, 3, 4, 5, 6, 7))
                .body("items[0].code", equalTo("B002"))
                .body("items[0].errors.code", contains("CREDIT_CODE_CHECK_CHARACTER", "UNKNOWN_CITY_REGION"))
                .body("items[0].errors.pointer", contains("/operator", "/regionCode"))
                .body("items[0].errors[1].detail", containsText("not the code of the city"))
                .body("items[1].errors.code", contains("NOT_JSON"))
                .body("items[2].errors.code", contains("UNKNOWN_VALUE"))
                .body("items[3].errors.code", contains("DUPLICATE_CODE"))
                .body("items[4].errors.code", contains("UNKNOWN_FIELD"))
                .body("items[5].errors.code", contains("COORDINATES_INCOMPLETE"));
    }

    @Test
    void onlyOfficersImportAndEdit() {
        given().contentType("application/x-ndjson")
                .body(DAIRY.getBytes(StandardCharsets.UTF_8))
                .post(PLATFORMS + "/imports")
                .then()
                .statusCode(401);
        bearer("reader", "talent")
                .contentType("application/x-ndjson")
                .body(DAIRY.getBytes(StandardCharsets.UTF_8))
                .post(PLATFORMS + "/imports")
                .then()
                .statusCode(403);
        officer()
                .contentType("application/json")
                .body(DAIRY.getBytes(StandardCharsets.UTF_8))
                .post(PLATFORMS + "/imports")
                .then()
                .statusCode(415);
        bearer("reader", "talent")
                .get("/platform/v1/imports/01990c4e-7c1a-7000-8000-000000000000")
                .then()
                .statusCode(403);
        officer()
                .get("/platform/v1/imports/01990c4e-7c1a-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "乳品科学,T001", // inside the name
        "乳品 实验室,T001", // two words, apart
        "dairy science,T001",
        "DAIRY,T003",
        "t002,T002",
        "乳品科学技术重点实验室,T001", // a character is missing
        "高新产业开发区,T002",
    })
    void anybodyFindsAPlatformByWhatIsRememberedOfItsName(String words, String code) {
        search("q", words).then().statusCode(200).body("items.code", hasItem(code));
    }

    @Test
    void whatFitsBestComesFirst() {
        search("q", "孵化器").then().body("items[0].code", equalTo("T003"));
        search("q", "完全无关的词语组合").then().body("items", empty()).body("total", equalTo(0));
        search("q", "100%_\\").then().statusCode(200).body("items", empty());
    }

    @Test
    void facetsCountWhatEachChoiceWouldLeave() {
        search("q", "乳", "kind", "LABORATORY")
                .then()
                .body("items.code", hasItem("T001"))
                .body("items.code", not(hasItem("T003")))
                .body("facets.kind.find { it.value == 'INCUBATOR' }.count", equalTo(1))
                .body("facets.kind.find { it.value == 'INCUBATOR' }.name", equalTo("孵化器"))
                .body("facets.layout.value", contains("POLE"))
                .body("facets.industry.value", contains("乳草畜"))
                .body("facets.region[0].name", equalTo("新城区"));
        given().header("Accept-Language", "en")
                .get(PLATFORMS + "?q=乳&region=150102&industry=乳草畜")
                .then()
                .body("items.code", containsInAnyOrder("T001", "T003"))
                .body("facets.level.name", containsInAnyOrder("Ministry and region", "City"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            rows.add(row("PAGE%03d".formatted(i), "分页样例" + i, "Paging", "MAKER_SPACE", "CITY", "POINT", "分页"));
        }
        importRows(rows.toArray(String[]::new)).then().statusCode(201);
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            Response page = search("q", "分页样例", "pageSize", "10", "pageToken", token);
            seen.addAll(page.path("items.code"));
            page.then().body("total", equalTo(23));
            token = page.path("nextPageToken");
        } while (token != null);

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=CASTLE,UNKNOWN_VALUE,?kind",
        "kinds=LABORATORY,UNKNOWN_PARAMETER,?kinds",
        "pageSize=201,OUT_OF_RANGE,?pageSize",
        "pageSize=x,WRONG_TYPE,?pageSize",
        "pageToken=zzz,BAD_PAGE_TOKEN,?pageToken",
    })
    void aWrongParameterIsNamed(String query, String code, String pointer) {
        given().get(PLATFORMS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains(code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void tooLongOrTooManyIsRefused() {
        given().get(PLATFORMS + "?q=" + "乳".repeat(101))
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_LONG"));
        given().urlEncodingEnabled(false)
                .get(PLATFORMS + "?q=%00")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"));
        given().get(PLATFORMS + "?" + "zone=a&".repeat(21))
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_MANY_VALUES"));
    }

    @Test
    void anUnchangedSearchIsNotSentAgain() {
        String tag = search("kind", "LABORATORY").then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .get(PLATFORMS + "?kind=LABORATORY")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("If-None-Match", tag)
                .header("Accept-Language", "en")
                .get(PLATFORMS + "?kind=LABORATORY")
                .then()
                .statusCode(200);

        importRows(row("ETAG" + System.nanoTime(), "新实验室", "New laboratory", "LABORATORY", "CITY", "POINT", "大数据"));
        given().header("If-None-Match", tag)
                .get(PLATFORMS + "?kind=LABORATORY")
                .then()
                .statusCode(200);
    }

    @Test
    void anOfficerEditsTheVersionTheySaw() {
        importRows(row("PATCH1", "待改平台", "To be edited", "LABORATORY", "CITY", "POINT", "大数据"));
        String address = PLATFORMS + "/" + search("q", "PATCH1").path("items[0].id");
        String tag = given().get(address).then().statusCode(200).extract().header("ETag");

        String next = patch(address, tag, "{\"name\": {\"en\": \"Edited\"}, \"longitude\": null, \"latitude\": null}")
                .then()
                .statusCode(200)
                .body("name.en", equalTo("Edited"))
                .body("name.zh", equalTo("待改平台"))
                .body("longitude", nullValue())
                .extract()
                .header("ETag");

        assertThat(next).isNotEqualTo(tag);
        given().header("If-None-Match", next).get(address).then().statusCode(304);
        patch(address, tag, "{\"zone\": \"x\"}").then().statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        patch(address, null, "{\"zone\": \"x\"}").then().statusCode(428);
        patch(address, next, "{\"zone\": \" \", \"kind\": null, \"code\": \"X\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/zone", "/kind", "/code"));
        patch(address, next, "{\"longitude\": 111.5}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("COORDINATES_INCOMPLETE"));
        bearer("reader", "talent")
                .contentType("application/merge-patch+json")
                .header("If-Match", next)
                .body("{}")
                .patch(address)
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownPlatformIsNotThere() {
        given().get(PLATFORMS + "/01990c4e-7c1a-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        given().get(PLATFORMS + "/no-id").then().statusCode(404);
    }

    @Test
    void importsAreSeenByAuditorsPageByPage() {
        Response done = importRows(DAIRY, PARK, INCUBATOR);

        bearer("auditor", "auditor")
                .get(done.header("Location"))
                .then()
                .statusCode(200)
                .body("total", equalTo(3));
        Response first = bearer("auditor", "auditor").get(done.path("results") + "?pageSize=2");
        first.then().body("items.row", contains(1, 2)).body("items[0].errors", empty());
        bearer("auditor", "auditor")
                .get(done.path("results") + "?pageSize=2&pageToken=" + first.path("nextPageToken"))
                .then()
                .body("items", hasSize(1))
                .body("nextPageToken", nullValue());
    }

    private static org.hamcrest.Matcher<String> containsText(String text) {
        return org.hamcrest.Matchers.containsString(text);
    }

    private static Response search(String... parameters) {
        RequestSpecification request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(PLATFORMS);
    }

    private static Response patch(String address, String ifMatch, String body) {
        RequestSpecification request =
                officer().contentType("application/merge-patch+json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(address);
    }

    private static Response importRows(String... rows) {
        return officer()
                .contentType("application/x-ndjson")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                .post(PLATFORMS + "/imports");
    }

    private static RequestSpecification officer() {
        return bearer("platform-officer", "platform-officer");
    }

    private static RequestSpecification bearer(String account, String role) {
        return given().auth().oauth2(Tokens.of(account, role));
    }

    private static String row(
            String code, String zh, String en, String kind, String level, String layout, String industry) {
        return """
                {"code": "%s", "name": {"zh": "%s", "en": "%s"}, "kind": "%s", "level": "%s", "layout": "%s", \
                "zone": "样例片区", "function": "RESEARCH", "operator": "91150102MA0TE5T084", "industries": ["%s"], \
                "regionCode": "150102", "longitude": 111.65, "latitude": 40.8}""".formatted(code, zh, en, kind, level, layout, industry);
    }
}
