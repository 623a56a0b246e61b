package cn.qingcheng.housing.offer;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class MyOfferResourceTest {

    /** Tuesday 1 September and three working days: answerable through Friday, over at midnight in the city. */
    private static final Instant LAST_MOMENT = Instant.parse("2026-09-04T15:59:59Z");

    private static final Instant OVER = Instant.parse("2026-09-04T16:00:00Z");

    @Inject
    TestClock clock;

    @Inject
    OfferService service;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aDeclinedFlatGoesToTheNextInLine() {
        Line line = line(3);
        String first = offerOf(line.people.get(0));

        person(line.people.get(0))
                .body(Map.of("reason", "moving to another city"))
                .post(API + "/me/offers/" + first + "/decline")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));

        assertThat(Desk.offers(line.people.get(1))).hasSize(1);
        assertThat(Desk.offers(line.people.get(2))).isEmpty();
        assertThat(Desk.myApplication(line.people.get(0), line.applications.get(0))
                        .getString("status"))
                .isEqualTo("LAPSED");
    }

    @Test
    void anUnansweredOfferEndsWithItsLastWorkingDayAndIsPassedOnOnce() {
        Line line = line(3);
        String first = offerOf(line.people.get(0));
        clock.set(LAST_MOMENT);
        service.due(100).forEach(service::expire);
        assertThat(Desk.offers(line.people.get(0)).get(0)).containsEntry("status", "ACTIVE");

        clock.set(OVER);
        // As several instances would: whoever comes second finds it ended.
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> service.expire(UUID.fromString(first))))
                        .toArray(CompletableFuture[]::new))
                .join();

        await().until(() -> Desk.offers(line.people.get(1)).size() == 1);
        assertThat(Desk.offers(line.people.get(0)).get(0)).containsEntry("status", "EXPIRED");
        assertThat(Desk.offers(line.people.get(2))).isEmpty();
        try (EventCatcher catcher = EventCatcher.of("housing.offer.v1")) {
            catcher.await("housing.offer.expired", first);
            assertThat(catcher.now(event -> event.type().equals("housing.offer.expired")
                            && event.key().equals(first)))
                    .hasSize(1);
        }
    }

    @Test
    void theJobItselfFindsWhatIsDue() {
        Line line = line(1);
        clock.set(OVER);

        await().until(() -> Desk.offers(line.people.get(0)).get(0).get("status").equals("EXPIRED"));
        assertThat(Desk.unit(line.unit).getString("status")).isEqualTo("RELEASED");
    }

    @Test
    void anAnsweredOfferIsNotAnsweredAgain() {
        Line line = line(1);
        Person person = line.people.get(0);
        String offer = offerOf(person);
        person(person).post(API + "/me/offers/" + offer + "/accept").then().statusCode(200);

        person(person)
                .post(API + "/me/offers/" + offer + "/decline")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
        person(person)
                .post(API + "/me/applications/" + line.applications.get(0) + "/withdraw")
                .then()
                .statusCode(409);
    }

    @Test
    void aKeyIsNeededAndARepeatedAcceptanceIsTheFirst() {
        Line line = line(1);
        Person person = line.people.get(0);
        String offer = offerOf(person);
        String key = UUID.randomUUID().toString();

        given().auth()
                .oauth2(Tokens.of(person.account(), "talent"))
                .post(API + "/me/offers/" + offer + "/accept")
                .then()
                .statusCode(428);
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.of(person.account(), "talent"))
                    .header("Idempotency-Key", key)
                    .post(API + "/me/offers/" + offer + "/accept")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACCEPTED"));
        }
    }

    @Test
    void anothersOfferIsNotThere() {
        Line line = line(2);
        String offer = offerOf(line.people.get(0));

        person(line.people.get(1))
                .post(API + "/me/offers/" + offer + "/accept")
                .then()
                .statusCode(404);
        person(line.people.get(1))
                .post(API + "/me/offers/" + UUID.randomUUID() + "/decline")
                .then()
                .statusCode(404);
        Desk.officer().post(API + "/me/offers/" + offer + "/accept").then().statusCode(403);
        given().get(API + "/me/offers").then().statusCode(401);
    }

    private record Line(String unit, List<Person> people, List<String> applications) {}

    /** One flat and people who all wish it, in the order of the published line; each its own tier, so that it is known. */
    private static Line line(int count) {
        List<String> levels = List.of("11", "14", "21");
        Map<String, Object> round = Desk.round(Desk.releasedUnits(1));
        round.put(
                "tiers",
                levels.stream()
                        .map(level -> Map.of("name", "level " + level, "educationLevels", List.of(level)))
                        .toList());
        @SuppressWarnings("unchecked")
        List<String> units = (List<String>) round.get("unitIds");
        List<Person> people = levels.stream().limit(count).map(Desk::person).toList();
        String roundId = Desk.openRound(round);
        List<String> applications = people.stream()
                .map(person -> Desk.submitted(person, roundId, units))
                .toList();
        Desk.drawAndPublish(roundId, "1,2,3");
        return new Line(units.get(0), people, applications);
    }

    private static String offerOf(Person person) {
        return (String) Desk.offers(person).get(0).get("id");
    }
}
