package cn.qingcheng.platform.target;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a year of its own, for the actuals of one year are one for all targets. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TargetResourceTest {

    private static final String TARGETS = "/platform/v1/targets";
    private static final String RETENTION = "talent.retention.v1";
    private static final String PAYMENT = "subsidy.payment.v1";

    private record Sent(UUID id, Instant time, String key, Map<String, Object> data) {}

    @Test
    void aNewTargetHasReachedNothing() {
        set(target("new-target", "GRADUATES_RETAINED", "PERSON", "2031", "28900"))
                .then()
                .statusCode(201)
                .body("actual", equalTo(0))
                .body("progressPercent", equalTo(0.0f))
                .body("byMonth", empty())
                .body("lastEventAt", nullValue());
        officer().get(TARGETS + "/new-target").then().statusCode(200).body("targetValue", equalTo(28900));
        officer().get(TARGETS).then().statusCode(200).body("items.code", hasItems("new-target"));
    }

    @Test
    void eachPersonCountsOnceHoweverOftenAndInWhateverOrderItIsSaid() {
        set(target("retained-2032", "GRADUATES_RETAINED", "PERSON", "2032", "1000"));
        List<Sent> events = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            String talentId = UUID.randomUUID().toString();
            // Said by two events, of two months; and each event is delivered twice.
            events.add(retention(talentId, "2032-%02d".formatted(1 + person % 6)));
            events.add(retention(talentId, "2032-%02d".formatted(2 + person % 6)));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(7));
        // Nor does it count for this year when it is late and of another one.
        events.add(retention(UUID.randomUUID().toString(), "2033-01"));

        send(RETENTION, "talent.retention.confirmed", events);
        sendLast(RETENTION, "talent.retention.confirmed", "2032-12");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> monthsOf("retained-2032").contains("2032-12"));
        officer()
                .get(TARGETS + "/retained-2032")
                .then()
                .body("actual", equalTo(40 + 6))
                .body("progressPercent", equalTo(4.6f))
                .body("byMonth.find { it.month == '2032-01' }.actual", equalTo(7))
                .body("byMonth.find { it.month == '2032-06' }.actual", equalTo(6));
        try (EventCatcher moved = EventCatcher.of("platform.target.v1")) {
            moved.await(
                    "the last count",
                    e -> e.key().equals("retained-2032")
                            && e.data().path("actual").asLong() == 46
                            && e.data().path("period").asText().equals("2032"));
        }
    }

    @Test
    void onlySettledPaymentsOfTheRentSubsidyAreSummed() {
        Instant september = Instant.parse("2034-09-30T15:59:59Z");
        Instant october = Instant.parse("2034-09-30T16:00:00Z"); // midnight in the city
        List<Sent> settled = new ArrayList<>(List.of(
                payment(september, "rent-subsidy", 150_000),
                payment(october, "rent-subsidy", 100_001),
                payment(october, "living-allowance", 70_000)));
        settled.addAll(List.copyOf(settled));
        send(PAYMENT, "subsidy.payment.settled", settled);
        send(PAYMENT, "subsidy.payment.returned", List.of(payment(october, "rent-subsidy", 30_000)));
        send(PAYMENT, "subsidy.payment.sent", List.of(payment(october, "rent-subsidy", 40_000)));
        // Set after the events: what happened before counts too.
        set(target("rent-paid-2034", "RENT_SUBSIDY_PAID", "FEN", "2034", "2000000"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> monthsOf("rent-paid-2034").size() == 2);
        sendLastPayments();
        officer()
                .get(TARGETS + "/rent-paid-2034")
                .then()
                .body("actual", equalTo(250_001 + 6))
                .body("byMonth.month", contains("2034-09", "2034-10", "2034-12"))
                .body("byMonth.actual", contains(150_000, 100_001, 6));
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndStopsNothing() {
        set(target("retained-2035", "GRADUATES_RETAINED", "PERSON", "2035", "10"));
        String key = UUID.randomUUID().toString();
        try (EventProducer producer = EventProducer.of("talent-service")) {
            producer.sendRaw(new ProducerRecord<>(RETENTION, key, "no event".getBytes(StandardCharsets.UTF_8)));
            producer.send(RETENTION, "talent.retention.confirmed", key, Map.of("talentId", key));
            producer.send(RETENTION, "talent.retention.confirmed", key, Map.of("talentId", key, "month", "2035-04"));
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> monthsOf("retained-2035").contains("2035-04"));
        try (EventCatcher dead = EventCatcher.of("platform.retention.dlq")) {
            assertThat(dead.awaitAll(2, e -> e.key().equals(key))).hasSize(2);
        }
    }

    @Test
    void aTargetIsSetOnce() {
        set(target("once", "GRADUATES_RETAINED", "PERSON", "2036", "10")).then().statusCode(201);
        set(target("once", "GRADUATES_RETAINED", "PERSON", "2036", "10"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TARGET_EXISTS"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String body = target("with-key", "GRADUATES_RETAINED", "PERSON", "2036", "10");

        officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(TARGETS)
                .then()
                .statusCode(201);
        officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(TARGETS)
                .then()
                .statusCode(201);
        officer()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body.replace("10", "11"))
                .post(TARGETS)
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "x,GRADUATES_RETAINED,PERSON,2026,10,/code",
        "Bad Code,GRADUATES_RETAINED,PERSON,2026,10,/code",
        "t-1,HAPPINESS,PERSON,2026,10,/indicator",
        "t-1,GRADUATES_RETAINED,FEN,2026,10,/unit",
        "t-1,GRADUATES_RETAINED,PERSON,26,10,/period",
        "t-1,GRADUATES_RETAINED,PERSON,2026,0,/targetValue",
        "t-1,GRADUATES_RETAINED,PERSON,2026,-1,/targetValue",
        "t-1,GRADUATES_RETAINED,PERSON,2026,1.5,/targetValue",
    })
    void aWrongFieldIsNamed(String code, String indicator, String unit, String period, String value, String pointer) {
        set(target(code, indicator, unit, period, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        set("{}")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/code", "/name", "/indicator", "/unit", "/source", "/period", "/targetValue"));
        set("{").then().statusCode(400).body("code", equalTo("MALFORMED_BODY"));
    }

    @Test
    void targetsAreForOfficersAndAuditors() {
        given().get(TARGETS).then().statusCode(401);
        bearer("graduate1", "talent").get(TARGETS).then().statusCode(403);
        bearer("auditor", "auditor").get(TARGETS).then().statusCode(200);
        bearer("auditor", "auditor")
                .contentType("application/json")
                .body("{}")
                .post(TARGETS)
                .then()
                .statusCode(403);
        officer().get(TARGETS + "/unknown").then().statusCode(404);
    }

    private static List<String> monthsOf(String code) {
        return officer().get(TARGETS + "/" + code).path("byMonth.month");
    }

    private static Sent retention(String talentId, String month) {
        return new Sent(
                UUID.randomUUID(),
                Instant.parse("2032-06-01T00:00:00Z"),
                talentId,
                Map.of("talentId", talentId, "regionCode", "150102", "institution", "90001", "month", month));
    }

    private static Sent payment(Instant time, String scheme, long fen) {
        String id = UUID.randomUUID().toString();
        return new Sent(
                UUID.randomUUID(),
                time,
                id,
                Map.of("paymentId", id, "number", "QS-1", "talentId", id, "schemeCode", scheme, "amountFen", fen));
    }

    private static void send(String topic, String type, List<Sent> events) {
        try (EventProducer producer = EventProducer.of("another-service")) {
            events.forEach(e -> producer.send(e.id(), e.time(), topic, type, e.key(), e.data()));
        }
    }

    /** One more event into each partition and its effect awaited: then all before it were treated. */
    private static void sendLast(String topic, String type, String month) {
        List<Sent> last = new ArrayList<>();
        for (int partition = 0; partition < 6; partition++) {
            last.add(retention(keyOf(partition), month));
        }
        send(topic, type, last);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(6)
                        .equals(officer()
                                .get(TARGETS + "/retained-2032")
                                .path("byMonth.find { it.month == '%s' }?.actual".formatted(month))));
    }

    private static void sendLastPayments() {
        List<Sent> last = new ArrayList<>();
        for (int partition = 0; partition < 6; partition++) {
            Sent payment = payment(Instant.parse("2034-12-01T00:00:00Z"), "rent-subsidy", 1);
            last.add(new Sent(payment.id(), payment.time(), keyOf(partition), payment.data()));
        }
        send(PAYMENT, "subsidy.payment.settled", last);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(6)
                        .equals(officer()
                                .get(TARGETS + "/rent-paid-2034")
                                .path("byMonth.find { it.month == '2034-12' }?.actual")));
    }

    /** A key that Kafka's default partitioner puts into this partition of six. */
    private static String keyOf(int partition) {
        while (true) {
            String key = UUID.randomUUID().toString();
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            if (org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(bytes)) % 6
                    == partition) {
                return key;
            }
        }
    }

    private static Response set(String body) {
        return officer().contentType("application/json").body(body).post(TARGETS);
    }

    private static RequestSpecification officer() {
        return bearer("platform-officer", "platform-officer");
    }

    private static RequestSpecification bearer(String account, String role) {
        return given().auth().oauth2(Tokens.of(account, role));
    }

    private static String target(String code, String indicator, String unit, String period, String value) {
        return """
                {"code": "%s", "name": {"zh": "目标", "en": "Target"}, "indicator": "%s", "unit": "%s", \
                "source": "EVENTS", "period": "%s", "targetValue": %s}""".formatted(code, indicator, unit, period, value);
    }
}
