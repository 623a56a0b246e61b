package cn.qingcheng.housing;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.OpenApiContract;
import cn.qingcheng.kit.testing.ProblemWording;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others rely on: the API, the events, and the words of the problems. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ContractTest {

    @Inject
    TestClock clock;

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.assertCommitted();
    }

    @Test
    void everyProblemHasItsWords() {
        ProblemWording.assertComplete();
    }

    @Test
    void theCopiesOfConsumedSchemasAreCurrent() {
        EventContract.assertConsumedCopiesCurrent();
    }

    @Test
    void everyEventFitsItsSchema() {
        List<String> units = Desk.releasedUnits(2);
        Person tenant = person("11");
        Person refused = person("14");
        Person next = person("21");
        Person left = person("21");
        String roundId = Desk.openRound(units);
        Desk.submitted(tenant, roundId, units);
        Desk.submitted(refused, roundId, units);
        Desk.submitted(next, roundId, units);
        String leftId = Desk.submitted(left, roundId, units);
        person(left)
                .post(API + "/me/applications/" + leftId + "/withdraw")
                .then()
                .statusCode(200);
        Desk.drawAndPublish(roundId, "1,2,3");

        Person winner = Desk.offers(tenant).isEmpty() ? refused : tenant;
        Person other = winner.equals(tenant) ? refused : tenant;
        accept(winner);
        Desk.answer("benefit.cleared", offerOf(winner), winner, Map.of());
        accept(other);
        Desk.answer(
                "benefit.refused",
                offerOf(other),
                other,
                Map.of("reasonCode", "EXCLUDED", "heldKind", "PURCHASE_SUBSIDY"));
        await().until(() -> !leases(winner).isEmpty() && Desk.offers(next).size() == 1);
        String lease = leases(winner).get(0);
        person(winner).post(API + "/me/leases/" + lease + "/sign").then().statusCode(200);
        officer()
                .body(Map.of("electricityReading", 1, "waterReading", 1, "gasReading", 1))
                .post(API + "/leases/" + lease + "/hand-over")
                .then()
                .statusCode(200);
        person(next)
                .post(API + "/me/offers/" + offerOf(next) + "/decline")
                .then()
                .statusCode(200);
        expireAnother();

        EventContract.assertOutboxMatches(
                "benefit.claimed",
                "housing.unit.released",
                "housing.application.submitted",
                "housing.application.in-round",
                "housing.application.drawn",
                "housing.application.waitlisted",
                "housing.application.refused",
                "housing.application.withdrawn",
                "housing.application.housed",
                "housing.offer.made",
                "housing.offer.accepted",
                "housing.offer.declined",
                "housing.offer.expired",
                "housing.offer.withdrawn",
                "housing.lease.created",
                "housing.lease.signed",
                "housing.lease.handed-over");
    }

    private void expireAnother() {
        List<String> units = Desk.releasedUnits(1);
        Person late = person("21");
        String roundId = Desk.openRound(units);
        Desk.submitted(late, roundId, units);
        Desk.drawAndPublish(roundId, "4,5,6");
        clock.set(Instant.parse("2026-10-30T00:00:00Z"));
        await().until(() -> Desk.offers(late).get(0).get("status").equals("EXPIRED"));
        clock.reset();
    }

    private static void accept(Person person) {
        person(person)
                .post(API + "/me/offers/" + offerOf(person) + "/accept")
                .then()
                .statusCode(200);
    }

    private static String offerOf(Person person) {
        return (String) Desk.offers(person).get(0).get("id");
    }

    private static List<String> leases(Person person) {
        return person(person)
                .get(API + "/me/leases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
