package cn.qingcheng.talent.sync;

import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.asUniversity;
import static cn.qingcheng.talent.TalentApi.lines;
import static cn.qingcheng.talent.TalentApi.upload;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SyncResourceTest {

    private static final String BATCHES = "/talent/v1/sync/batches";

    /** What is sent wrong, and the pointers and codes that must come back for it, all of them. */
    private static final Map<String, BadRow> BAD_ROWS = Map.ofEntries(
            bad("check digit", Graduate.next().withWrongCheckDigit(), "/idNumber ID_NUMBER_CHECK_DIGIT"),
            bad("no such day", next("idNumber", "150105200002300019"), "/idNumber ID_NUMBER_BIRTH_DATE"),
            bad("born in the future", next("idNumber", "150105209901010015"), "/idNumber ID_NUMBER_BIRTH_DATE"),
            bad("too short an ID", next("idNumber", "15010"), "/idNumber ID_NUMBER_FORM"),
            bad("no ID", Graduate.next().without("idNumber"), "/idNumber REQUIRED"),
            bad("no name", Graduate.next().without("name"), "/name REQUIRED"),
            bad("no certificate", Graduate.next().without("certificateNumber"), "/certificateNumber REQUIRED"),
            bad("no external id", Graduate.next().without("externalId"), "/externalId REQUIRED"),
            bad("unknown region", next("householdRegion", "999999"), "/householdRegion UNKNOWN_REGION"),
            bad("graduates in future", next("graduatedOn", "2999-07-01"), "/graduatedOn DATE_IN_FUTURE"),
            bad("no date", next("graduatedOn", "2025-02-30"), "/graduatedOn WRONG_FORMAT_LIKE"),
            bad("left without finishing", next("educationLevel", "23"), "/educationLevel LEVEL_NOT_GRADUATED"),
            bad("completed only", next("educationLevel", "22"), "/educationLevel LEVEL_NOT_GRADUATED"),
            bad("unknown level", next("educationLevel", "77"), "/educationLevel UNKNOWN_EDUCATION_LEVEL"),
            bad("unknown degree", next("degree", "999"), "/degree UNKNOWN_DEGREE"),
            bad("unknown field", next("favouriteColour", "lilac"), "/favouriteColour UNKNOWN_FIELD"),
            bad("text for a number", next("sourceVersion", "first"), "/sourceVersion WRONG_TYPE"),
            bad("phone", next("phone", "12"), "/phone PHONE_FORM"),
            bad(
                    "three at once",
                    next("householdRegion", "000000")
                            .with("graduatedOn", "2999-07-01")
                            .withWrongCheckDigit(),
                    "/graduatedOn DATE_IN_FUTURE",
                    "/householdRegion UNKNOWN_REGION",
                    "/idNumber ID_NUMBER_CHECK_DIGIT"));

    private record BadRow(Graduate graduate, List<String> errors) {}

    private static Map.Entry<String, BadRow> bad(String what, Graduate graduate, String... errors) {
        return Map.entry(what, new BadRow(graduate, List.of(errors)));
    }

    private static Graduate next(String field, Object value) {
        return Graduate.next().with(field, value);
    }

    @Test
    void aFileOf2000RowsWith20BadOnesIsTakenRowByRow() {
        List<BadRow> bad = List.copyOf(BAD_ROWS.values());
        List<Graduate> graduates = new ArrayList<>(
                IntStream.range(0, 1980).mapToObj(i -> Graduate.next()).toList());
        bad.forEach(row -> graduates.add(row.graduate()));
        graduates.add(Graduate.next().with("externalId", graduates.get(0).externalId()));

        ValidatableResponse batch = upload("90001", lines(graduates));

        batch.header("Location", containsString(BATCHES + "/"))
                .body("status", equalTo("FINISHED"))
                .body("total", equalTo(2000))
                .body("counts.CREATED", equalTo(1980))
                .body("counts.REJECTED", equalTo(20))
                .body("progress.total", equalTo(2000));
        String id = batch.extract().path("id");
        List<Map<String, Object>> rejected = asUniversity("90001")
                .queryParam("outcome", "REJECTED")
                .get(BATCHES + "/" + id + "/results")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(rejected).hasSize(20);
        for (int i = 0; i < bad.size(); i++) {
            assertThat(errors(rejected.get(i))).isEqualTo(bad.get(i).errors());
        }
        assertThat(errors(rejected.get(19))).containsExactly("/externalId DUPLICATE_EXTERNAL_ID");
    }

    @SuppressWarnings("unchecked")
    private static List<String> errors(Map<String, Object> result) {
        return ((List<Map<String, Object>>) result.get("errors"))
                .stream()
                        .map(error -> error.get("pointer") + " " + error.get("code"))
                        .sorted()
                        .toList();
    }

    @Test
    void noPersonalValueComesBackInAResult() {
        Graduate wrong = Graduate.next().withWrongCheckDigit();
        String id = upload("90001", wrong).extract().path("id");

        String answer =
                asUniversity("90001").get(BATCHES + "/" + id + "/results").asString();

        assertThat(answer).doesNotContain(wrong.idNumber()).doesNotContain(wrong.name());
    }

    @Test
    void sendingAgainIsSafe() {
        Graduate graduate = Graduate.next().with("sourceVersion", 5);
        upload("90001", graduate).body("counts.CREATED", equalTo(1));

        upload("90001", graduate).body("counts.UNCHANGED", equalTo(1));
        upload("90001", graduate.with("sourceVersion", 4).with("degree", "407"))
                .body("counts.STALE_IGNORED", equalTo(1));
        upload("90001", graduate.with("sourceVersion", 6)).body("counts.UPDATED", equalTo(1));
        String reused = upload("90001", graduate.with("degree", "409"))
                .body("counts.REJECTED", equalTo(1))
                .extract()
                .path("id");
        asUniversity("90001")
                .get(BATCHES + "/" + reused + "/results")
                .then()
                .body("items[0].errors.code", contains("VERSION_REUSED"));
    }

    @Test
    void aPersonOfTwoUniversitiesIsOneTalent() {
        Graduate bachelor = Graduate.next();
        Graduate master = Graduate.next()
                .with("idNumber", bachelor.idNumber())
                .with("educationLevel", "14")
                .with("degree", "308");
        Graduate namesake =
                Graduate.next().with("idNumber", bachelor.idNumber()).with("name", "李丁香");
        String first = upload("90001", bachelor).extract().path("id");

        String second = upload("90002", master, namesake)
                .body("counts.CREATED", equalTo(1))
                .body("counts.REJECTED", equalTo(1))
                .extract()
                .path("id");

        String talentId =
                asUniversity("90001").get(BATCHES + "/" + first + "/results").path("items[0].talentId");
        asUniversity("90002")
                .get(BATCHES + "/" + second + "/results")
                .then()
                .body("items[0].talentId", equalTo(talentId))
                .body("items[1].talentId", nullValue())
                .body("items[1].errors.code", contains("NAME_CONFLICT"));
        asOfficer()
                .get("/talent/v1/talents/" + talentId)
                .then()
                .statusCode(200)
                .body("education", hasSize(2))
                .body("name", equalTo("王**"));
    }

    @Test
    void theOtherServicesAreToldTheFactsAndNoSecret() {
        Graduate graduate = Graduate.next();
        String id = upload("90001", graduate).extract().path("id");
        String talentId =
                asUniversity("90001").get(BATCHES + "/" + id + "/results").path("items[0].talentId");

        try (EventCatcher facts = EventCatcher.of("talent.facts.v1");
                EventCatcher registry = EventCatcher.of("talent.registry.v1")) {
            var fact = facts.await("talent.facts", talentId);
            assertThat(fact.text("educationLevel")).isEqualTo("21");
            assertThat(fact.text("institution")).isEqualTo("90001");
            assertThat(fact.data().get("accountId").isNull()).isTrue();
            assertThat(fact.data().toString()).doesNotContain(graduate.idNumber(), graduate.name());
            assertThat(registry.await("talent.registered", talentId).text("source"))
                    .isEqualTo("90001");
        }
    }

    @Test
    void whatCannotBeTrueIsRejectedWithoutHarmToTheRest() {
        Graduate known = Graduate.next();
        Graduate otherName = Graduate.next().with("idNumber", known.idNumber()).with("name", "李丁香");
        Graduate ancient = Graduate.next().with("graduatedOn", "-9999-01-01");
        upload("90001", known);

        String id = upload("90001", otherName, ancient, Graduate.next().with("idNumber", known.idNumber()))
                .body("counts.CREATED", equalTo(1))
                .body("counts.REJECTED", equalTo(2))
                .extract()
                .path("id");

        asUniversity("90001")
                .get(BATCHES + "/" + id + "/results")
                .then()
                .body("items[0].errors.code", contains("NAME_CONFLICT"))
                .body("items[1].errors.code", contains("BEFORE_BIRTH"));
    }

    @Test
    void aRecordIsNotMovedToAnotherPerson() {
        Graduate graduate = Graduate.next();
        upload("90001", graduate);

        String id = upload(
                        "90001",
                        graduate.with("idNumber", Graduate.next().idNumber()).with("sourceVersion", 2))
                .body("counts.REJECTED", equalTo(1))
                .extract()
                .path("id");

        asUniversity("90001")
                .get(BATCHES + "/" + id + "/results")
                .then()
                .body("items[0].errors.code", contains("ID_NUMBER_OF_ANOTHER"));
    }

    @Test
    void resultsArePagedAndStreamed() {
        String id = upload("90001", Graduate.next(), Graduate.next(), Graduate.next())
                .extract()
                .path("id");
        String results = BATCHES + "/" + id + "/results";

        String token = asUniversity("90001")
                .queryParam("pageSize", 2)
                .get(results)
                .then()
                .statusCode(200)
                .body("items.row", contains(1, 2))
                .body("nextPageToken", notNullValue())
                .extract()
                .path("nextPageToken");
        asUniversity("90001")
                .queryParam("pageSize", 2)
                .queryParam("pageToken", token)
                .get(results)
                .then()
                .body("items.row", contains(3))
                .body("nextPageToken", nullValue());
        String all = asUniversity("90001")
                .accept("application/x-ndjson")
                .get(results)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(all.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"row\":"));
    }

    @Test
    void aBatchOfAnotherUniversityIsNotThere() {
        String id = upload("90001", Graduate.next()).extract().path("id");

        asUniversity("90002").get(BATCHES + "/" + id).then().statusCode(404);
        asUniversity("90002").get(BATCHES + "/" + id + "/results").then().statusCode(404);
        asUniversity("90002")
                .accept("application/x-ndjson")
                .get(BATCHES + "/" + id + "/results")
                .then()
                .statusCode(404);
        asUniversity("90001").get(BATCHES + "/" + id).then().statusCode(200);
    }

    @Test
    void aUniversityFindsItsUploadsTheNewestFirst() {
        String older = upload("90011", Graduate.next()).extract().path("id");
        String newer = upload("90011", Graduate.next()).extract().path("id");

        String token = asUniversity("90011")
                .queryParam("pageSize", 1)
                .get(BATCHES)
                .then()
                .statusCode(200)
                .body("items.id", contains(newer))
                .extract()
                .path("nextPageToken");
        asUniversity("90011")
                .queryParam("pageToken", token)
                .get(BATCHES)
                .then()
                .body("items.id", contains(older))
                .body("nextPageToken", nullValue());
        asUniversity("90011")
                .queryParam("pageToken", "AAAA")
                .get(BATCHES)
                .then()
                .statusCode(400);
    }

    @Test
    void onlyUniversitiesSend() {
        given().contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post(BATCHES)
                .then()
                .statusCode(401);
        asTalent("graduate1")
                .contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post(BATCHES)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().auth()
                .oauth2(Tokens.of("a-university-without-code", "university"))
                .contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post(BATCHES)
                .then()
                .statusCode(403);
    }

    @Test
    void anythingButNdjsonIsRefused() {
        asUniversity("90001")
                .contentType("application/json")
                .body("{}")
                .post(BATCHES)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "null", "{\"externalId\":", "3"})
    void aLineThatIsNoRowIsRejectedAlone(String line) {
        List<String> lines = new ArrayList<>(lines(List.of(Graduate.next())));
        lines.add(line);

        upload("90001", lines).body("counts.CREATED", equalTo(1)).body("counts.REJECTED", equalTo(1));
    }

    @Test
    void wrongQueriesAreRefused() {
        String id = upload("90001", Graduate.next()).extract().path("id");
        String results = BATCHES + "/" + id + "/results";

        for (Map<String, String> query : List.of(
                Map.of("outcome", "SPLENDID"),
                Map.of("pageSize", "0"),
                Map.of("pageSize", "201"),
                Map.of("pageToken", "nonsense"),
                Map.of("colour", "lilac"))) {
            asUniversity("90001").queryParams(query).get(results).then().statusCode(400);
        }
        asUniversity("90001").get(BATCHES + "/not-an-id").then().statusCode(404);
    }
}
