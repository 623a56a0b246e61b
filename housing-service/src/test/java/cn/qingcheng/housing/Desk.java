package cn.qingcheng.housing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What officers, applicants and the registry do in the tests, through HTTP and Kafka only. */
public final class Desk {

    public static final String API = "/housing/v1";
    private static EventProducer talentService;
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Desk() {}

    /** A person with an account, known to the registry. */
    public record Person(UUID talentId, String account) {}

    public static RequestSpecification as(String account, String... roles) {
        return given().auth()
                .oauth2(Tokens.of(account, roles))
                .contentType("application/json")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static RequestSpecification officer() {
        return as("housing1", "housing-officer");
    }

    public static RequestSpecification secondOfficer() {
        return as("housing2", "housing-officer");
    }

    public static RequestSpecification auditor() {
        return as("auditor", "auditor");
    }

    public static RequestSpecification person(Person person) {
        return as(person.account(), "talent");
    }

    /** The JSON of a body whose media type RestAssured does not know. */
    public static String json(Object body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One producer for all tests of the application, for making one takes longer than sending. */
    private static synchronized EventProducer talentService() {
        if (talentService == null) {
            talentService = EventProducer.of("talent-service");
        }
        return talentService;
    }

    /** A name no other test of this JVM uses. */
    public static String fresh(String prefix) {
        return prefix + NEXT.getAndIncrement();
    }

    public static String estate() {
        String code = fresh("ES");
        officer()
                .body(Map.of("code", code, "name", "青城人才公寓" + code, "regionCode", "150105", "address", "样例路1号"))
                .post(API + "/estates")
                .then()
                .statusCode(201);
        return code;
    }

    public static String row(String estate, int number) {
        return """
                {"estate":"%s","building":"1","number":"%d","floor":3,"rooms":2,"areaSquareMetres":58.5,"capacity":3,\
                "baseRent":{"amount":"1200.00","currency":"CNY"},"deposit":{"amount":"2400.00","currency":"CNY"}}
                """.formatted(estate, number);
    }

    public static ValidatableResponse importRows(String rows) {
        return given().auth()
                .oauth2(Tokens.of("housing1", "housing-officer"))
                .contentType("application/x-ndjson")
                .body(rows.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(API + "/units/imports")
                .then();
    }

    /** As many released units of a new estate; their ids by number of the unit. */
    public static List<String> releasedUnits(int count) {
        String estate = estate();
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            rows.append(row(estate, 100 + i));
        }
        importRows(rows.toString()).statusCode(201);
        officer()
                .body(Map.of("name", fresh("batch "), "unitSelection", Map.of("estate", estate, "count", count)))
                .post(API + "/release-batches")
                .then()
                .statusCode(201);
        return given().queryParam("estate", estate)
                .queryParam("pageSize", 200)
                .get(API + "/units")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    public static Person person() {
        return person("21");
    }

    /** A person whose facts have arrived here. */
    public static Person person(String educationLevel) {
        Person person = new Person(UUID.randomUUID(), fresh("graduate-"));
        facts(person, 1, educationLevel);
        await().until(() -> person(person).get(API + "/me/applications").statusCode() == 200 && known(person));
        return person;
    }

    private static boolean known(Person person) {
        // An application for a round that is not there: 404 once the person is known, 409 before.
        return person(person)
                        .body(Map.of(
                                "roundId",
                                UUID.randomUUID(),
                                "household",
                                Map.of("members", List.of()),
                                "wishes",
                                List.of(UUID.randomUUID())))
                        .post(API + "/me/applications")
                        .statusCode()
                == 404;
    }

    public static void facts(Person person, long revision, String educationLevel) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("talentId", person.talentId().toString());
        facts.put("revision", revision);
        facts.put("accountId", person.account());
        facts.put("educationLevel", educationLevel);
        facts.put("degree", null);
        facts.put("institution", "90001");
        facts.put("graduatedOn", "2026-06-30");
        facts.put("bornInYear", 2003);
        facts.put("tier", null);
        facts.put("regionCode", "150105");
        facts.put("employment", null);
        facts.put("retainedSince", null);
        talentService()
                .send("talent.facts.v1", "talent.facts", person.talentId().toString(), facts);
    }

    /** The register's answer to a claim. */
    public static void answer(String type, String claimId, Person person, Map<String, String> more) {
        Map<String, String> answer = new HashMap<>(more);
        answer.put("claimId", claimId);
        answer.put("talentId", person.talentId().toString());
        answer.put("kind", "TALENT_APARTMENT");
        answer.put("reference", claimId);
        talentService().send("talent.benefit.v1", type, person.talentId().toString(), answer);
    }

    public static Map<String, Object> round(List<String> unitIds) {
        Map<String, Object> round = new HashMap<>();
        round.put("code", fresh("R2026-"));
        round.put("name", "2026年第一轮");
        round.put("unitIds", unitIds);
        round.put(
                "tiers",
                List.of(
                        Map.of("name", "doctors and masters", "educationLevels", List.of("11", "14")),
                        Map.of("name", "bachelors", "educationLevels", List.of("21"))));
        round.put("entropySource", "福彩双色球2026年第100期");
        round.put("publicityWorkdays", 0);
        round.put("offerWorkdays", 3);
        return round;
    }

    public static String openRound(List<String> unitIds) {
        return openRound(round(unitIds));
    }

    public static String openRound(Map<String, Object> round) {
        String id = officer()
                .body(round)
                .post(API + "/rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(officer(), id, "open");
        return id;
    }

    public static void step(RequestSpecification who, String roundId, String step) {
        who.post(API + "/rounds/" + roundId + "/" + step).then().statusCode(200);
    }

    public static Map<String, Object> application(String roundId, List<String> wishes) {
        return Map.of("roundId", roundId, "household", Map.of("members", List.of()), "wishes", wishes);
    }

    public static String draft(Person person, String roundId, List<String> wishes) {
        return person(person)
                .body(application(roundId, wishes))
                .post(API + "/me/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String submitted(Person person, String roundId, List<String> wishes) {
        String id = draft(person, roundId, wishes);
        person(person).post(API + "/me/applications/" + id + "/submit").then().statusCode(200);
        return id;
    }

    /** From an open round to its published draw. */
    public static void drawAndPublish(String roundId, String entropy) {
        step(officer(), roundId, "close");
        step(officer(), roundId, "commit-list");
        step(officer().body(Map.of("entropy", entropy)), roundId, "entropy");
        step(secondOfficer().body(Map.of("entropy", entropy)), roundId, "entropy");
        step(officer(), roundId, "draw");
        step(officer(), roundId, "publish");
    }

    public static JsonPath myApplication(Person person, String id) {
        return person(person)
                .get(API + "/me/applications/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static List<Map<String, Object>> offers(Person person) {
        return new ArrayList<>(person(person)
                .get(API + "/me/offers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items"));
    }

    public static JsonPath unit(String id) {
        return given().get(API + "/units/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
