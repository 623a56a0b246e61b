package cn.qingcheng.housing.round;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.as;
import static cn.qingcheng.housing.Desk.officer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class RoundResourceTest {

    @Test
    void everybodyCanReadARoundAndItsUnits() {
        List<String> units = Desk.releasedUnits(2);
        String id = Desk.openRound(units);

        given().get(API + "/rounds/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("tiers.name", contains("doctors and masters", "bachelors"));
        given().get(API + "/rounds/" + id + "/units")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(units.toArray()));
        given().get(API + "/rounds").then().statusCode(200);
        given().get(API + "/rounds/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPageTokenOfAnotherCollectionIsRefused() {
        given().queryParam("pageToken", PageToken.of("E1-0101").value())
                .get(API + "/rounds")
                .then()
                .statusCode(400)
                .body("errors.code", contains("BAD_PAGE_TOKEN"));
    }

    @Test
    void everyUnfitUnitIsNamed() {
        List<String> taken = Desk.releasedUnits(1);
        Desk.openRound(taken);
        String unknown = UUID.randomUUID().toString();

        officer()
                .body(Desk.round(List.of(taken.get(0), unknown, unknown)))
                .post(API + "/rounds")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/unitIds/0", "/unitIds/1", "/unitIds/2"))
                .body("errors.code", contains("UNIT_IN_OTHER_ROUND", "UNKNOWN_UNIT", "DUPLICATE_UNIT"));
    }

    @Test
    void aBadRoundIsToldAllItsErrors() {
        officer()
                .body(Map.of(
                        "code",
                        "r 1",
                        "tiers",
                        List.of(Map.of("name", "", "educationLevels", List.of("99"))),
                        "unitIds",
                        List.of(),
                        "publicityWorkdays",
                        -1))
                .post(API + "/rounds")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/code",
                                "/name",
                                "/unitIds",
                                "/tiers/0/name",
                                "/tiers/0/educationLevels/0",
                                "/entropySource",
                                "/publicityWorkdays",
                                "/offerWorkdays"));
    }

    @Test
    void aCodeStandsForOneRound() {
        Map<String, Object> round = Desk.round(Desk.releasedUnits(1));
        Desk.openRound(round);
        round.put("unitIds", Desk.releasedUnits(1));

        officer().body(round).post(API + "/rounds").then().statusCode(409).body("code", equalTo("ROUND_CODE_TAKEN"));
    }

    @Test
    void aStepOutOfOrderSaysWhatIsAllowed() {
        String id = Desk.openRound(Desk.releasedUnits(1));

        officer()
                .post(API + "/rounds/" + id + "/commit-list")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("OPEN"))
                .body("to", equalTo("LIST_COMMITTED"))
                .body("allowed", contains("CLOSED"));
        officer().post(API + "/rounds/" + UUID.randomUUID() + "/open").then().statusCode(404);
    }

    @Test
    void onlyHousingOfficersHoldRounds() {
        Map<String, Object> round = Desk.round(List.of(UUID.randomUUID().toString()));

        as("graduate1", "talent").body(round).post(API + "/rounds").then().statusCode(403);
        as("auditor", "auditor").body(round).post(API + "/rounds").then().statusCode(403);
        given().contentType("application/json")
                .body(round)
                .post(API + "/rounds")
                .then()
                .statusCode(401);
    }

    @Test
    void theSameKeyWithAnotherRoundIsRefused() {
        Map<String, Object> round = Desk.round(Desk.releasedUnits(1));
        String key = UUID.randomUUID().toString();
        String id = keyed(key)
                .body(round)
                .post(API + "/rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        keyed(key).body(round).post(API + "/rounds").then().statusCode(201).body("id", equalTo(id));
        round.put("name", "another");
        keyed(key)
                .body(round)
                .post(API + "/rounds")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    private static RequestSpecification keyed(String key) {
        return given().auth()
                .oauth2(Tokens.of("housing1", "housing-officer"))
                .contentType("application/json")
                .header("Idempotency-Key", key);
    }
}
