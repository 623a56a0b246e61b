package cn.qingcheng.talent.claim;

import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.talentId;
import static cn.qingcheng.talent.TalentApi.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class MeResourceTest {

    private static final String CLAIM = "/talent/v1/me/claim";

    @Inject
    TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static Graduate registered() {
        Graduate graduate = Graduate.next();
        upload("90001", graduate);
        return graduate;
    }

    @Test
    void aGraduateClaimsHerRecordAndSeesItMasked() {
        Graduate graduate = Graduate.next();
        String talentId = talentId("90001", graduate);

        claim("claimer", graduate).then().statusCode(200).body("talentId", equalTo(talentId));

        String idNumber = graduate.idNumber();
        var me = asTalent("claimer").get("/talent/v1/me").then().statusCode(200);
        me.body("name", equalTo("王**"))
                .body("idNumber", equalTo("150***********" + idNumber.substring(14)))
                .body("education", hasSize(1))
                .body("education[0].institution", equalTo("90001"));
        assertThat(me.extract().asString()).doesNotContain(idNumber, graduate.name(), graduate.certificateNumber());
        try (EventCatcher facts = EventCatcher.of("talent.facts.v1");
                EventCatcher registry = EventCatcher.of("talent.registry.v1")) {
            facts.await(
                    "facts with the account",
                    event -> event.key().equals(talentId)
                            && event.text("accountId").equals("claimer"));
            registry.await("talent.claimed", talentId);
        }
    }

    @Test
    void claimingAgainGivesTheSameAnswer() {
        Graduate graduate = registered();
        String first = claim("twice", graduate).then().statusCode(200).extract().asString();

        claim("twice", graduate).then().statusCode(200).body(equalTo(first));
    }

    @Test
    void whatDoesNotMatchIsNotTold() {
        Graduate graduate = registered();
        List<Map<String, Object>> wrong = List.of(
                with(graduate, "name", "李丁香"),
                with(graduate, "certificateNumber", "C-unknown"),
                with(graduate, "idNumber", Graduate.next().idNumber()));

        for (Map<String, Object> claim : wrong) {
            asTalent("guesser-" + wrong.indexOf(claim))
                    .body(claim)
                    .post(CLAIM)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("CLAIM_NOT_MATCHED"))
                    .body("errors", equalTo(null));
        }
    }

    private static Map<String, Object> with(Graduate graduate, String field, Object value) {
        Map<String, Object> claim = new java.util.HashMap<>(graduate.claim());
        claim.put(field, value);
        return claim;
    }

    @Test
    void afterFiveWrongGuessesTheAccountHasToWaitADay() {
        Graduate graduate = registered();
        for (int i = 0; i < 5; i++) {
            claim("impatient", Graduate.next()).then().statusCode(422);
        }

        claim("impatient", graduate)
                .then()
                .statusCode(429)
                .header("Retry-After", "86400")
                .body("code", equalTo("CLAIM_LOCKED"));

        clock.advance(Duration.ofHours(24));
        claim("impatient", graduate).then().statusCode(200);
    }

    @Test
    void fiveWrongGuessesAtOneIdNumberLockItForEverybody() {
        Graduate graduate = registered();
        for (int i = 0; i < 5; i++) {
            asTalent("crowd-" + i)
                    .body(with(graduate, "certificateNumber", "C-" + i))
                    .post(CLAIM)
                    .then()
                    .statusCode(422);
        }

        claim("crowd-5", graduate).then().statusCode(429);
    }

    @Test
    void guessesAtTheSameMomentAreCountedOneByOne() {
        ExecutorService guessers = Executors.newFixedThreadPool(12);
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 12)
                .mapToObj(i -> Graduate.next())
                .map(graduate -> CompletableFuture.supplyAsync(
                        () -> claim("hasty", graduate).statusCode(), guessers))
                .toList();

        List<Integer> answers = guesses.stream().map(CompletableFuture::join).toList();

        guessers.shutdown();
        assertThat(answers).containsOnly(422, 429);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
    }

    @Test
    void aRecordHasOneAccountAndAnAccountOneRecord() {
        Graduate first = registered();
        Graduate second = registered();
        claim("owner", first).then().statusCode(200);

        claim("other", first).then().statusCode(409).body("code", equalTo("CLAIMED_BY_ANOTHER"));
        claim("owner", second).then().statusCode(409).body("code", equalTo("ACCOUNT_HAS_RECORD"));
    }

    @Test
    void withoutAClaimThereIsNoMe() {
        asTalent("newcomer").get("/talent/v1/me").then().statusCode(404).body("code", equalTo("NOT_CLAIMED"));
        asOfficer().get("/talent/v1/me").then().statusCode(403);
        given().get("/talent/v1/me").then().statusCode(401);
    }

    @Test
    void allThatIsWrongWithAClaimIsSaidAtOnce() {
        asTalent("careless")
                .header("Accept-Language", "en")
                .body(Map.of("idNumber", "150105200001010018", "name", " ", "shoeSize", 38))
                .post(CLAIM)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/idNumber", "/name", "/certificateNumber", "/shoeSize"))
                .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("150105200001010018")));
        asTalent("careless").body("{").post(CLAIM).then().statusCode(400).body("code", equalTo("MALFORMED_BODY"));
        asTalent("careless")
                .contentType("text/plain")
                .body("x")
                .post(CLAIM)
                .then()
                .statusCode(415);
    }
}
