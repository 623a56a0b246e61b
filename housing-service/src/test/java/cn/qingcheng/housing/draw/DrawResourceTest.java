package cn.qingcheng.housing.draw;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static cn.qingcheng.housing.Desk.secondOfficer;
import static cn.qingcheng.housing.Desk.step;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class DrawResourceTest {

    private static final Map<String, String> ENTROPY = Map.of("entropy", "07,31,18,44,02,26");

    @Inject
    TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theProofShowsTheFrozenListBeforeAnybodyKnowsTheResult() {
        String roundId = roundOf(Desk.releasedUnits(2), 2);
        proof(roundId).then().statusCode(409).body("code", equalTo("LIST_NOT_COMMITTED"));
        commit(roundId);

        proof(roundId)
                .then()
                .statusCode(200)
                .body("tickets", hasSize(2))
                .body("units", hasSize(2))
                .body("listDigest", notNullValue())
                .body("draws", hasSize(0));
    }

    @Test
    void entropyCountsWhenTwoOfficersEnteredTheSame() {
        String roundId = roundOf(Desk.releasedUnits(1), 1);
        officer().body(ENTROPY).post(at(roundId, "entropy")).then().statusCode(409);
        commit(roundId);

        officer()
                .body(ENTROPY)
                .post(at(roundId, "entropy"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ENTROPY_ENTERED"));
        refused(officer().body(ENTROPY).post(at(roundId, "entropy")), "SECOND_OFFICER_NEEDED");
        refused(secondOfficer().body(Map.of("entropy", "1,2")).post(at(roundId, "entropy")), "ENTROPY_DIFFERS");
        refused(officer().post(at(roundId, "draw")), "ENTROPY_MISSING");
        secondOfficer()
                .body(ENTROPY)
                .post(at(roundId, "entropy"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ENTROPY_CONFIRMED"))
                .body("confirmedBy", equalTo("housing2"));
        refused(officer().body(Map.of("entropy", "1,2")).post(at(roundId, "entropy")), "ENTROPY_ALREADY_CONFIRMED");
    }

    @Test
    void theFirstOfficerMayCorrectATypingError() {
        String roundId = roundOf(Desk.releasedUnits(1), 1);
        commit(roundId);
        step(officer().body(Map.of("entropy", "07,31,18,44,02,62")), roundId, "entropy");

        step(officer().body(ENTROPY), roundId, "entropy");
        secondOfficer().body(ENTROPY).post(at(roundId, "entropy")).then().body("status", equalTo("ENTROPY_CONFIRMED"));
    }

    @Test
    void theDrawWaitsForTheEndOfThePublicityDays() {
        Map<String, Object> round = Desk.round(Desk.releasedUnits(1));
        round.put("publicityWorkdays", 3);
        String roundId = Desk.openRound(round);
        commit(roundId);
        enterEntropy(roundId, ENTROPY);

        refused(officer().post(at(roundId, "draw")), "PUBLICITY_RUNNING");
        // Tuesday and three working days: public through Friday, 4 September.
        clock.set(Instant.parse("2026-09-04T15:59:59Z"));
        refused(officer().post(at(roundId, "draw")), "PUBLICITY_RUNNING");
        clock.set(Instant.parse("2026-09-04T16:00:00Z"));
        step(officer(), roundId, "draw");
    }

    @Test
    void aVoidedDrawStaysInTheProofAndTheNextNeedsNewEntropy(@TempDir Path folder) throws Exception {
        String roundId = roundOf(Desk.releasedUnits(3), 5);
        commit(roundId);
        enterEntropy(roundId, ENTROPY);
        step(officer(), roundId, "draw");
        refused(officer().post(at(roundId, "draw")), "LIST_NOT_COMMITTED");

        officer()
                .body(Map.of("reason", "the drum was opened too early"))
                .post(at(roundId, "void"))
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"));
        refused(officer().body(ENTROPY).post(at(roundId, "entropy")), "ENTROPY_USED_BEFORE");
        enterEntropy(roundId, Map.of("entropy", "01,02,03,04,05,06"));
        step(officer(), roundId, "draw");
        step(officer(), roundId, "publish");

        String proof = proof(roundId)
                .then()
                .statusCode(200)
                .body("draws.status", contains("VOIDED", "PUBLISHED"))
                .body("draws[0].result", hasSize(5))
                .body("draws[0].voidReason", equalTo("the drum was opened too early"))
                .body("draws[1].result", hasSize(5))
                .extract()
                .asString();
        assertThat(verify(proof, folder)).contains("The proof holds.");
        assertThat(verify(proof.replace("\"entropy\":\"01,", "\"entropy\":\"02,"), folder))
                .contains("WRONG  draw 2 (PUBLISHED): seed", "does NOT hold");
        officer()
                .body(Map.of("reason", "too late"))
                .post(at(roundId, "void"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void whoWithdrawsAfterTheListIsFrozenIsStruckAndTheProofStillHolds(@TempDir Path folder) throws Exception {
        List<String> units = Desk.releasedUnits(1);
        String roundId = Desk.openRound(units);
        Person leaving = person("11");
        Person staying = person("21");
        String left = Desk.submitted(leaving, roundId, units);
        Desk.submitted(staying, roundId, units);
        commit(roundId);
        person(leaving)
                .post(API + "/me/applications/" + left + "/withdraw")
                .then()
                .statusCode(200);
        enterEntropy(roundId, ENTROPY);
        step(officer(), roundId, "draw");
        step(officer(), roundId, "publish");

        assertThat(Desk.offers(staying)).hasSize(1);
        String proof = proof(roundId)
                .then()
                .body("draws[0].struck", hasSize(1))
                .extract()
                .asString();
        assertThat(verify(proof, folder)).contains("The proof holds.");
    }

    @Test
    void aHouseholdThatLeavesBetweenDrawAndPublicationMakesRoomForTheNext() {
        List<String> units = Desk.releasedUnits(1);
        String roundId = Desk.openRound(units);
        Person leaving = person("11");
        Person next = person("21");
        String left = Desk.submitted(leaving, roundId, units);
        Desk.submitted(next, roundId, units);
        commit(roundId);
        enterEntropy(roundId, ENTROPY);
        step(officer(), roundId, "draw");
        person(leaving)
                .post(API + "/me/applications/" + left + "/withdraw")
                .then()
                .statusCode(200);

        step(officer(), roundId, "publish");

        assertThat(Desk.offers(leaving)).isEmpty();
        assertThat(Desk.offers(next)).hasSize(1);
    }

    @Test
    void entropyIsPlainTextWithoutTheSeparator() {
        String roundId = roundOf(Desk.releasedUnits(1), 1);
        commit(roundId);
        officer()
                .body(Map.of("entropy", "a|b"))
                .post(at(roundId, "entropy"))
                .then()
                .statusCode(400);
        officer()
                .body(Map.of("entropy", ""))
                .post(at(roundId, "entropy"))
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(ENTROPY)
                .post(at(roundId, "entropy"))
                .then()
                .statusCode(401);
    }

    private static String roundOf(List<String> units, int applicants) {
        String roundId = Desk.openRound(units);
        for (int i = 0; i < applicants; i++) {
            Desk.submitted(person(i % 2 == 0 ? "21" : "14"), roundId, units);
        }
        return roundId;
    }

    private static void commit(String roundId) {
        step(officer(), roundId, "close");
        step(officer(), roundId, "commit-list");
    }

    private static void enterEntropy(String roundId, Map<String, String> entropy) {
        step(officer().body(entropy), roundId, "entropy");
        step(secondOfficer().body(entropy), roundId, "entropy");
    }

    private static String at(String roundId, String step) {
        return API + "/rounds/" + roundId + "/" + step;
    }

    private static Response proof(String roundId) {
        return given().get(at(roundId, "proof"));
    }

    private static void refused(Response response, String code) {
        response.then().statusCode(409).body("code", equalTo(code));
    }

    /** What the published tool says of a proof, run as anybody would run it. */
    private static String verify(String proof, Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("proof.json"), proof);
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "deploy", "VerifyLottery.java").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }
}
