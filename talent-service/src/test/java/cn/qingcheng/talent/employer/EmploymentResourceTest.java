package cn.qingcheng.talent.employer;

import static cn.qingcheng.talent.TalentApi.EMPLOYER;
import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.registerEmployer;
import static cn.qingcheng.talent.TalentApi.talentId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class EmploymentResourceTest {

    private static final String EMPLOYMENTS = "/talent/v1/employments";
    private static final String OTHER_EMPLOYER = "1215000046000001XQ";

    @BeforeEach
    void registerEmployers() {
        registerEmployer(EMPLOYER);
        registerEmployer(OTHER_EMPLOYER);
    }

    private static Map<String, Object> declaration(String employer, Graduate graduate) {
        return Map.of(
                "unifiedSocialCreditCode", employer,
                "idNumber", graduate.idNumber(),
                "regionCode", "150102",
                "post", "工艺工程师",
                "startedOn", "2026-07-01",
                "socialInsuranceMonth", "2026-08");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static Response declare(String employer, Map<String, Object> body) {
        return as(Tokens.employer(employer)).body(body).post(EMPLOYMENTS);
    }

    @Test
    void aDeclarationInTheCityConfirmsThatTheGraduateStays() {
        Graduate graduate = Graduate.next();
        String talentId = talentId("90001", graduate);
        claim("stayer", graduate);

        declare(EMPLOYER, declaration(EMPLOYER, graduate))
                .then()
                .statusCode(201)
                .header("Location", containsString(EMPLOYMENTS + "/"))
                .header("ETag", "\"0\"")
                .body("version", nullValue())
                .body("talentId", equalTo(talentId))
                .body("socialInsuranceMonth", equalTo("2026-08"));

        asTalent("stayer")
                .get("/talent/v1/me")
                .then()
                .body("employment.employerCode", equalTo(EMPLOYER))
                .body("retainedSince", equalTo("2026-09-01"));
        try (EventCatcher retention = EventCatcher.of("talent.retention.v1");
                EventCatcher employment = EventCatcher.of("talent.employment.v1");
                EventCatcher facts = EventCatcher.of("talent.facts.v1")) {
            var confirmed = retention.await("talent.retention.confirmed", talentId);
            assertThat(confirmed.text("month")).isEqualTo("2026-08");
            assertThat(confirmed.text("institution")).isEqualTo("90001");
            assertThat(employment.await("talent.employment.declared", talentId).text("employerCode"))
                    .isEqualTo(EMPLOYER);
            facts.await(
                    "facts with the employment",
                    event -> event.key().equals(talentId)
                            && event.data()
                                    .at("/employment/socialInsuranceMonth")
                                    .asText()
                                    .equals("2026-08")
                            && event.text("retainedSince").equals("2026-09-01"));
        }
    }

    @Test
    void aPersonIsConfirmedOnce() {
        Graduate graduate = Graduate.next();
        String talentId = talentId("90001", graduate);
        declare(EMPLOYER, declaration(EMPLOYER, graduate)).then().statusCode(201);

        declare(EMPLOYER, with(declaration(EMPLOYER, graduate), "socialInsuranceMonth", "2026-09"))
                .then()
                .statusCode(201);
        declare(OTHER_EMPLOYER, declaration(OTHER_EMPLOYER, graduate)).then().statusCode(201);

        try (EventCatcher facts = EventCatcher.of("talent.facts.v1");
                EventCatcher retention = EventCatcher.of("talent.retention.v1")) {
            facts.awaitAll(4, event -> event.key().equals(talentId));
            retention.await("talent.retention.confirmed", talentId);
            assertThat(retention.now(event -> event.key().equals(talentId))).hasSize(1);
        }
    }

    @Test
    void workElsewhereIsNoRetention() {
        Graduate graduate = Graduate.next();
        talentId("90001", graduate);
        claim("leaver", graduate);

        declare(EMPLOYER, with(declaration(EMPLOYER, graduate), "regionCode", "110101"))
                .then()
                .statusCode(201);

        asTalent("leaver")
                .get("/talent/v1/me")
                .then()
                .body("employment.regionCode", equalTo("110101"))
                .body("retainedSince", equalTo(null));
    }

    @Test
    void aMonthIsDeclaredOnce() {
        Graduate graduate = Graduate.next();
        talentId("90001", graduate);
        declare(EMPLOYER, declaration(EMPLOYER, graduate)).then().statusCode(201);

        declare(EMPLOYER, declaration(EMPLOYER, graduate))
                .then()
                .statusCode(409)
                .body("code", equalTo("EMPLOYMENT_ALREADY_DECLARED"));
    }

    @Test
    void ofTwoDeclarationsAtTheSameMomentOneStands() {
        Graduate graduate = Graduate.next();
        talentId("90001", graduate);
        ExecutorService senders = Executors.newFixedThreadPool(4);

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> declare(EMPLOYER, declaration(EMPLOYER, graduate)).statusCode(), senders))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        senders.shutdown();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        Graduate graduate = Graduate.next();
        talentId("90001", graduate);
        String key = UUID.randomUUID().toString();
        String first = declareWithKey(key, declaration(EMPLOYER, graduate), 201);

        assertThat(declareWithKey(key, declaration(EMPLOYER, graduate), 201)).isEqualTo(first);
        declareWithKey(key, with(declaration(EMPLOYER, graduate), "post", "会计"), 422);
    }

    private static String declareWithKey(String key, Map<String, Object> body, int status) {
        return as(Tokens.employer(EMPLOYER))
                .header("Idempotency-Key", key)
                .body(body)
                .post(EMPLOYMENTS)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    @Test
    void anEmployerSpeaksForItselfAlone() {
        Graduate graduate = Graduate.next();
        talentId("90001", graduate);
        String id = declare(EMPLOYER, declaration(EMPLOYER, graduate)).path("id");

        declare(OTHER_EMPLOYER, declaration(EMPLOYER, graduate))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_EMPLOYER"));
        as(Tokens.employer(OTHER_EMPLOYER)).get(EMPLOYMENTS + "/" + id).then().statusCode(404);
        as(Tokens.employer(EMPLOYER)).get(EMPLOYMENTS + "/" + id).then().statusCode(200);
        asOfficer().get(EMPLOYMENTS + "/" + id).then().statusCode(403);
        given().get(EMPLOYMENTS + "/" + id).then().statusCode(401);
    }

    @Test
    void unknownPeopleAndEmployersAreSaidToBeUnknown() {
        String unregistered = codeOfNobody(1);
        Graduate graduate = Graduate.next();

        declare(EMPLOYER, declaration(EMPLOYER, graduate))
                .then()
                .statusCode(422)
                .body("code", equalTo("PERSON_NOT_REGISTERED"));
        declare(unregistered, declaration(unregistered, graduate))
                .then()
                .statusCode(422)
                .body("code", equalTo("EMPLOYER_NOT_REGISTERED"));
    }

    /** Codes of employers nobody has registered, told apart by the digits in them. */
    private static String codeOfNobody(int number) {
        return Stream.of("91150102MA0N0B%03d".formatted(number))
                .flatMap(first17 -> "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(check -> first17 + (char) check))
                .filter(UnifiedSocialCreditCode::isValid)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("unifiedSocialCreditCode", "91150102MA0TE5T085");
        wrong.put("idNumber", "12");
        wrong.put("regionCode", "999999");
        wrong.put("post", "x".repeat(101));
        wrong.put("startedOn", "2027-01-01");
        wrong.put("socialInsuranceMonth", "2026-13");

        declare(EMPLOYER, wrong)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/unifiedSocialCreditCode",
                                "/idNumber",
                                "/regionCode",
                                "/post",
                                "/startedOn",
                                "/socialInsuranceMonth"));
        declare(EMPLOYER, with(declaration(EMPLOYER, Graduate.next()), "socialInsuranceMonth", "2026-06"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("BEFORE_START_OF_WORK"));
        Graduate registered = Graduate.next();
        talentId("90001", registered);
        declare(EMPLOYER, with(declaration(EMPLOYER, registered), "startedOn", "-9999-01-01"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("BEFORE_BIRTH"));
        declare(EMPLOYER, with(declaration(EMPLOYER, Graduate.next()), "socialInsuranceMonth", "2026-10"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("DATE_IN_FUTURE"));
    }

    @Test
    void officersRegisterEmployersOnce() {
        String code = codeOfNobody(2);
        Map<String, Object> body = Map.of("unifiedSocialCreditCode", EMPLOYER, "name", "样例企业", "regionCode", "150102");

        asOfficer()
                .body(body)
                .post("/talent/v1/employers")
                .then()
                .statusCode(409)
                .body("code", equalTo("EMPLOYER_EXISTS"));
        String location = asOfficer()
                .body(with(body, "unifiedSocialCreditCode", code))
                .post("/talent/v1/employers")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        asOfficer().get(location).then().statusCode(200).body("unifiedSocialCreditCode", equalTo(code));
        asOfficer().get("/talent/v1/employers/" + UUID.randomUUID()).then().statusCode(404);
        as(Tokens.employer(code)).body(body).post("/talent/v1/employers").then().statusCode(403);
        asOfficer()
                .body(Map.of())
                .post("/talent/v1/employers")
                .then()
                .statusCode(400)
                .body("errors", notNullValue());
    }
}
