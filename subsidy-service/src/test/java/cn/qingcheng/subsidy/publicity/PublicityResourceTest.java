package cn.qingcheng.subsidy.publicity;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.approver;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.awaitStatus;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.published;
import static cn.qingcheng.subsidy.SampleCity.reviewer;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class PublicityResourceTest {
    private static final Instant CLOSED = Instant.parse("2026-09-08T16:00:00Z");
    private static final String REASON = "{\"reason\": \"已核实\"}";

    @Inject
    TestClock clock;

    private final EventProducer talentService = EventProducer.of("talent-service");
    private final String wang = unique("wang");
    private String application;
    private String number;
    private Map<String, Object> list;

    @BeforeEach
    void somethingIsPublished() {
        clock.reset();
        String scheme = schemeInForce(openBudget("9000.00"), null);
        know(talentService, wang, UUID.randomUUID(), 1, "150105");
        application = published(wang, scheme);
        number = talent(wang).get(ROOT + "/me/applications/" + application).path("number");
        list = given().queryParam("pageSize", 200)
                .get(ROOT + "/publicity")
                .path("items.find { it.schemeCode == '%s' }".formatted(scheme));
    }

    @AfterEach
    void backToTheFirstDay() {
        clock.reset();
    }

    @Test
    void everybodyReadsTheListAndCanComputeItsDigest() throws Exception {
        String text = "{\"scheme\":\"%s\",\"week\":\"2026-W36\",\"issue\":1,\"entries\":[{\"applicationNumber\":\"%s\","
                        .formatted(list.get("schemeCode"), number)
                + "\"monthlyAmount\":\"1500.00\",\"months\":3}]}";
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(list).containsEntry("digest", digest).containsEntry("closesAt", "2026-09-08T16:00:00Z");
        Response shown = given().get(ROOT + "/publicity/" + list.get("id"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).contains(text);
        given().get(ROOT + "/publicity/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPageTokenOfAnotherCollectionIsRefused() {
        given().queryParam("pageToken", PageToken.of("rent-subsidy").value())
                .get(ROOT + "/publicity")
                .then()
                .statusCode(400)
                .body("errors.code", contains("BAD_PAGE_TOKEN"));
    }

    @Test
    void anObjectionHoldsPublicityUntilItIsDismissed() {
        String objection = object(number)
                .then()
                .statusCode(201)
                .body("contact", nullValue())
                .extract()
                .path("id");
        clock.set(CLOSED);
        object(number).then().statusCode(409).body("code", equalTo("PUBLICITY_CLOSED"));
        reviewer().get(ROOT + "/objections").then().statusCode(403);
        approver()
                .get(ROOT + "/objections")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.contact".formatted(objection), equalTo("13800000000"));
        talent(wang).get(ROOT + "/me/applications/" + application).then().body("status", equalTo("OBJECTION_HANDLING"));

        as("chief", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post(ROOT + "/objections/" + objection + "/dismiss")
                .then()
                .statusCode(200)
                .body("status", equalTo("DISMISSED"))
                .body("contact", nullValue());

        awaitStatus(wang, application, "ENTITLED");
    }

    @Test
    void anObjectionUpheldRejectsTheApplicationWithTheReason() {
        String objection = object(number).then().statusCode(201).extract().path("id");
        as("chief", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post(ROOT + "/objections/" + objection + "/uphold")
                .then()
                .statusCode(200)
                .body("contact", nullValue());

        talent(wang)
                .get(ROOT + "/me/applications/" + application)
                .then()
                .body("status", equalTo("REJECTED"))
                .body("reason", equalTo("已核实"));
        as("chief", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post(ROOT + "/objections/" + objection + "/dismiss")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void aCrowdOfOpenObjectionsToOneApplicationIsStoppedUntilOneIsSettled() {
        String first = object(number).then().statusCode(201).extract().path("id");
        for (int more = 1; more < 20; more++) {
            object(number).then().statusCode(201);
        }

        object(number)
                .then()
                .statusCode(429)
                .header("Retry-After", "86400")
                .body("code", equalTo("TOO_MANY_OBJECTIONS"));

        as("chief", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(REASON)
                .post(ROOT + "/objections/" + first + "/dismiss")
                .then()
                .statusCode(200);
        object(number).then().statusCode(201);
    }

    @Test
    void anObjectionToWhatIsNotInTheListFindsNothing() {
        object("QS-2026-999999").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{\"applicationNumber\": \"7\", \"statement\": \"\"}")
                .post(ROOT + "/publicity/" + list.get("id") + "/objections")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(3));
    }

    private Response object(String applicationNumber) {
        return given().contentType(ContentType.JSON)
                .body("{\"applicationNumber\": \"%s\", \"statement\": \"已离开本市\", \"contact\": \"13800000000\"}"
                        .formatted(applicationNumber))
                .post(ROOT + "/publicity/" + list.get("id") + "/objections");
    }
}
