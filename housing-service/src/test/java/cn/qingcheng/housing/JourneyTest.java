package cn.qingcheng.housing;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From released flats to keys, and the refusal that passes a flat on: the journey's part in this service. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class JourneyTest {

    @Test
    void aGraduateGetsTheKeysTheSameDayAndTheAuditorReadsTheWholeStory() {
        List<String> units = Desk.releasedUnits(3);
        Person graduate = person();
        String roundId = Desk.openRound(units);
        String applicationId = Desk.submitted(graduate, roundId, List.of(units.get(1), units.get(0), units.get(2)));
        Desk.drawAndPublish(roundId, "07,31,18,44,02,26");

        Map<String, Object> offer = Desk.offers(graduate).get(0);
        assertThat(offer).containsEntry("status", "ACTIVE").containsEntry("unitId", units.get(1));
        person(graduate)
                .post(API + "/me/offers/" + offer.get("id") + "/accept")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        String claim = claimOf(graduate).text("claimId");
        assertThat(Desk.myApplication(graduate, applicationId).getString("status"))
                .isEqualTo("CLEARING");

        Desk.answer("benefit.cleared", claim, graduate, Map.of());
        Desk.answer("benefit.cleared", claim, graduate, Map.of());
        await().until(() -> leases(graduate).getList("items").size() == 1);
        String leaseId = leases(graduate).getString("items[0].id");
        person(graduate)
                .post(API + "/me/leases/" + leaseId + "/sign")
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("rent.amount", equalTo("1200.00"));
        officer()
                .body(Map.of("electricityReading", 12.5, "waterReading", 3))
                .post(API + "/leases/" + leaseId + "/hand-over")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("movedInTheSameDay", equalTo(true));

        assertThat(Desk.myApplication(graduate, applicationId).getString("status"))
                .isEqualTo("HOUSED");
        assertThat(Desk.unit(units.get(1)).getString("status")).isEqualTo("LEASED");
        JsonPath trail = Desk.auditor()
                .get(API + "/units/" + units.get(1) + "/trail")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(trail.getList("steps.to", String.class))
                .containsSubsequence(
                        "RAISED",
                        "PREPARED",
                        "RELEASED",
                        "OPEN",
                        "SUBMITTED",
                        "LIST_COMMITTED",
                        "DRAWN",
                        "PUBLISHED",
                        "ACTIVE",
                        "ACCEPTED",
                        "CLEARING",
                        "ENTITLED",
                        "PENDING_SIGNATURE",
                        "SIGNED",
                        "LEASED",
                        "HANDED_OVER",
                        "HOUSED");
        assertThat(trail.getString("releasedBy.decidedBy")).isEqualTo("housing1");
        assertThat(trail.getString("rounds[0].draws[0].confirmedBy")).isEqualTo("housing2");
        try (EventCatcher catcher = EventCatcher.of("housing.lease.v1")) {
            catcher.await("housing.lease.handed-over", leaseId);
        }
    }

    @Test
    void aRefusalByTheRegisterPassesTheFlatToTheNextInLineOnceAndSaysWhy() {
        List<String> units = Desk.releasedUnits(1);
        Person first = person("11");
        Person next = person("21");
        String roundId = Desk.openRound(units);
        String refused = Desk.submitted(first, roundId, units);
        String waiting = Desk.submitted(next, roundId, units);
        Desk.drawAndPublish(roundId, "1,2,3");
        assertThat(Desk.myApplication(next, waiting).getString("status")).isEqualTo("WAITLISTED");

        Map<String, Object> offer = Desk.offers(first).get(0);
        person(first)
                .post(API + "/me/offers/" + offer.get("id") + "/accept")
                .then()
                .statusCode(200);
        String claim = claimOf(first).text("claimId");
        Map<String, String> why = Map.of("reasonCode", "EXCLUDED", "heldKind", "RENT_SUBSIDY");
        Desk.answer("benefit.refused", claim, first, why);
        Desk.answer("benefit.refused", claim, first, why);

        await().until(() -> Desk.offers(next).size() == 1);
        assertThat(Desk.offers(next).get(0)).containsEntry("status", "ACTIVE").containsEntry("unitId", units.get(0));
        assertThat(Desk.offers(first).get(0))
                .containsEntry("status", "WITHDRAWN_BY_CITY")
                .containsEntry("heldKind", "RENT_SUBSIDY");
        JsonPath mine = Desk.myApplication(first, refused);
        assertThat(mine.getString("status")).isEqualTo("REFUSED");
        assertThat(mine.getString("refusal.code")).isEqualTo("EXCLUDED");
        assertThat(mine.getString("refusal.detail")).contains("RENT_SUBSIDY");
        assertThat(Desk.unit(units.get(0)).getString("status")).isEqualTo("RESERVED");
        given().get(API + "/units/" + units.get(0) + "/trail").then().statusCode(401);
        officer().get(API + "/units/" + units.get(0) + "/trail").then().statusCode(403);
    }

    private static CaughtEvent claimOf(Person person) {
        try (EventCatcher catcher = EventCatcher.of("housing.benefit.v1")) {
            return catcher.await("benefit.claimed", person.talentId().toString());
        }
    }

    private static JsonPath leases(Person person) {
        return person(person)
                .get(API + "/me/leases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
