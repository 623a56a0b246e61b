package cn.qingcheng.housing.application;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.as;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class MyApplicationResourceTest {

    @Inject
    DataSource database;

    @Test
    void anApplicationIsBegunHandedInAndTakenBack() {
        List<String> units = Desk.releasedUnits(2);
        Person graduate = person();
        String roundId = Desk.openRound(units);
        String id = person(graduate)
                .body(Desk.application(roundId, List.of(units.get(1), units.get(0))))
                .post(API + "/me/applications")
                .then()
                .statusCode(201)
                .body("number", matchesPattern("HA-2026-\\d{4,}"))
                .body("status", equalTo("DRAFT"))
                .body("wishes.unitId", contains(units.get(1), units.get(0)))
                .extract()
                .path("id");

        step(graduate, id, "submit").then().statusCode(200).body("tier", equalTo("bachelors"));
        step(graduate, id, "submit")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("IN_ROUND", "WITHDRAWN"));
        step(graduate, id, "withdraw")
                .then()
                .statusCode(200)
                .body("history.to", contains("DRAFT", "SUBMITTED", "WITHDRAWN"));
        person(graduate).get(API + "/me/applications").then().body("items", hasSize(1));
        try (EventCatcher catcher = EventCatcher.of("housing.application.v1")) {
            catcher.await("housing.application.submitted", id);
            assertThat(catcher.await("housing.application.withdrawn", id).text("talentId"))
                    .isEqualTo(graduate.talentId().toString());
        }
    }

    @Test
    void allErrorsOfWishesAndHouseholdComeAtOnce() {
        List<String> units = Desk.releasedUnits(1);
        List<String> elsewhere = Desk.releasedUnits(1);
        Person graduate = person();
        String roundId = Desk.openRound(units);
        Map<String, String> child = Map.of("relation", "CHILD", "name", "样例");

        person(graduate)
                .body(Map.of(
                        "roundId", roundId,
                        "household", Map.of("members", List.of(child, child, child, Map.of("relation", "SELF"))),
                        "wishes", List.of(units.get(0), elsewhere.get(0), units.get(0))))
                .post(API + "/me/applications")
                .then()
                .statusCode(400)
                .body(
                        "errors.code",
                        hasItems(
                                "SELF_IS_THE_APPLICANT",
                                "TALENT_ID_OR_NAME",
                                "UNIT_TOO_SMALL",
                                "UNIT_NOT_IN_ROUND",
                                "DUPLICATE_UNIT"))
                .body("errors.pointer", hasItems("/household/members/3", "/wishes/0", "/wishes/1", "/wishes/2"));
        person(graduate)
                .body("{\"roundId\":")
                .post(API + "/me/applications")
                .then()
                .statusCode(400);
        person(graduate)
                .body(Map.of("roundId", roundId, "household", Map.of("members", List.of()), "wishes", List.of()))
                .post(API + "/me/applications")
                .then()
                .statusCode(400);
        person(graduate).get(API + "/me/applications").then().body("items", hasSize(0));
    }

    @Test
    void aDraftIsEditedByThoseWhoSawItsPresentVersion() {
        List<String> units = Desk.releasedUnits(3);
        Person graduate = person();
        String roundId = Desk.openRound(units);
        String id = Desk.draft(graduate, roundId, List.of(units.get(0), units.get(1)));
        String tag = person(graduate).get(API + "/me/applications/" + id).header("ETag");
        Map<String, Object> patch = Map.of("wishes", List.of(units.get(1), units.get(0), units.get(2)));

        patch(graduate, id, null, patch).then().statusCode(428);
        patch(graduate, id, tag, patch)
                .then()
                .statusCode(200)
                .body("wishes.unitId", contains(units.get(1), units.get(0), units.get(2)))
                .body("wishes.rank", contains(1, 2, 3));
        patch(graduate, id, tag, patch).then().statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        String next = person(graduate).get(API + "/me/applications/" + id).header("ETag");
        patch(graduate, id, next, Map.of("status", "HOUSED")).then().statusCode(400);
        patch(graduate, id, next, Map.of("wishes", List.of(UUID.randomUUID())))
                .then()
                .statusCode(400)
                .body("errors.code", contains("UNIT_NOT_IN_ROUND"));
        step(graduate, id, "submit").then().statusCode(200);
        String submitted = person(graduate).get(API + "/me/applications/" + id).header("ETag");
        patch(graduate, id, submitted, patch).then().statusCode(409).body("code", equalTo("NO_LONGER_A_DRAFT"));
    }

    @Test
    void aNameIsStoredEncryptedAndShownToItsOwnHousehold() throws Exception {
        List<String> units = Desk.releasedUnits(1);
        Person graduate = person();
        Map<String, Object> withSpouse = Map.of(
                "roundId",
                Desk.openRound(units),
                "household",
                Map.of("members", List.of(Map.of("relation", "SPOUSE", "name", "王样例"))),
                "wishes",
                units);

        String id = person(graduate)
                .body(withSpouse)
                .post(API + "/me/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(Desk.myApplication(graduate, id).getString("household.members[0].name"))
                .isEqualTo("王样例");
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select name_cipher from household_member where application_id = ?::uuid and position = 1")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.getBytes(1), StandardCharsets.UTF_8)).doesNotContain("王样例");
            }
        }
    }

    @Test
    void aPersonIsInOneHouseholdOnly() {
        List<String> units = Desk.releasedUnits(2);
        String roundId = Desk.openRound(units);
        Person head = person();
        Person spouse = person();
        Map<String, Object> together = Map.of(
                "roundId",
                roundId,
                "household",
                Map.of("members", List.of(Map.of("relation", "SPOUSE", "talentId", spouse.talentId()))),
                "wishes",
                units);
        String id = person(head)
                .body(together)
                .post(API + "/me/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (Person again : List.of(head, spouse)) {
            person(again)
                    .body(Desk.application(roundId, units))
                    .post(API + "/me/applications")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("PERSON_IN_OTHER_HOUSEHOLD"));
        }
        step(head, id, "withdraw").then().statusCode(200);
        Desk.draft(spouse, roundId, units);
    }

    @Test
    void aRoundTakesItsOwnTiersOnlyAndOnlyWhileOpen() {
        List<String> units = Desk.releasedUnits(1);
        String roundId = Desk.openRound(units);
        Person college = person("31");
        Person late = person();
        String id = Desk.draft(college, roundId, units);
        String lateId = Desk.draft(late, roundId, units);

        step(college, id, "submit").then().statusCode(422).body("code", equalTo("NOT_ELIGIBLE_FOR_ROUND"));
        Desk.step(officer(), roundId, "close");
        step(late, lateId, "submit").then().statusCode(409).body("code", equalTo("ROUND_NOT_OPEN"));
    }

    @Test
    void anothersApplicationIsNotThere() {
        List<String> units = Desk.releasedUnits(1);
        Person owner = person();
        Person other = person();
        String id = Desk.draft(owner, Desk.openRound(units), units);

        person(other).get(API + "/me/applications/" + id).then().statusCode(404);
        step(other, id, "submit").then().statusCode(404);
        patch(other, id, "\"0\"", Map.of("wishes", units)).then().statusCode(404);
        officer().get(API + "/me/applications/" + id).then().statusCode(403);
        given().get(API + "/me/applications/" + id).then().statusCode(401);
        as("unclaimed", "talent")
                .body(Desk.application(UUID.randomUUID().toString(), units))
                .post(API + "/me/applications")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_CLAIMED"));
    }

    @Test
    void officersListApplicationsWithoutNames() {
        List<String> units = Desk.releasedUnits(1);
        Person graduate = person();
        String roundId = Desk.openRound(units);
        Desk.submitted(graduate, roundId, units);

        officer()
                .queryParam("roundId", roundId)
                .queryParam("status", "SUBMITTED")
                .get(API + "/applications")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].talentId", equalTo(graduate.talentId().toString()));
        person(graduate).get(API + "/applications").then().statusCode(403);
    }

    private static Response step(Person person, String id, String step) {
        return person(person).post(API + "/me/applications/" + id + "/" + step);
    }

    private static Response patch(Person person, String id, String ifMatch, Map<String, Object> patch) {
        var request = given().auth()
                .oauth2(Tokens.of(person.account(), "talent"))
                .header("Accept-Language", "en")
                .contentType("application/merge-patch+json")
                .body(Desk.json(patch));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(API + "/me/applications/" + id);
    }
}
