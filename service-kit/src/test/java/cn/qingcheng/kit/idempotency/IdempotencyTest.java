package cn.qingcheng.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.kit.sample.NoteProbe;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class IdempotencyTest {

    private static final String NOTES = "/sample/v1/notes";
    private static final int CALLERS = 32;

    @Inject
    NoteProbe probe;

    @Inject
    AgroalDataSource dataSource;

    private static String note(String title) {
        return "{\"title\": \"" + title + "\", \"pages\": 3, \"kind\": \"LETTER\"}";
    }

    private static Response post(String account, String key, String body) {
        return given().header("Authorization", "Bearer " + Tokens.of(account, "talent"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(NOTES);
    }

    private static Response postAsStranger(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(NOTES + "/open");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aReplayIsTheFirstAnswerByteForByte() {
        String key = newKey();
        Response first = post("wang", key, note("replayed"));
        int effects = probe.effects();

        Response second = post("wang", key, note("replayed"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotNull();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(probe.effects()).isEqualTo(effects);
    }

    @Test
    void manySimultaneousRequestsWithOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        String key = newKey();
        int before = probe.effects();

        List<Response> answers = simultaneously(() -> post("wang", key, note("crowded")));

        assertThat(probe.effects()).isEqualTo(before + 1);
        assertThat(probe.countOf("crowded")).isEqualTo(1);
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 409)
                        .map(answer -> answer.path("code") + " " + answer.header("Retry-After"))
                        .distinct())
                .isSubsetOf("REQUEST_IN_FLIGHT 1");
        // Whoever was told to come back has the same answer then, byte for byte.
        Response first = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        for (Response retried : simultaneously(() -> postUntilAnswered(key, note("crowded")))) {
            assertThat(retried.statusCode()).isEqualTo(201);
            assertThat(retried.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(retried.header("Location")).isEqualTo(first.header("Location"));
            assertThat(retried.header("ETag")).isEqualTo(first.header("ETag"));
        }
        assertThat(probe.effects()).isEqualTo(before + 1);
    }

    private static Response postUntilAnswered(String key, String body) {
        return await().pollInterval(Duration.ofMillis(20))
                .until(() -> post("wang", key, body), answer -> answer.statusCode() != 409);
    }

    @Test
    void aSecondRequestWhileTheFirstRunsIsToldSo() throws Exception {
        String key = newKey();
        ExecutorService first = Executors.newSingleThreadExecutor();
        try {
            probe.hold();
            Future<Response> running = first.submit(() -> post("wang", key, note("slow")));
            probe.awaitHeld();

            Response second = post("wang", key, note("slow"));

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.<String>path("code")).isEqualTo("REQUEST_IN_FLIGHT");
            probe.release();
            assertThat(running.get().statusCode()).isEqualTo(201);
        } finally {
            probe.release();
            first.shutdown();
        }
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        String key = newKey();
        post("wang", key, note("original")).then().statusCode(201);

        post("wang", key, note("changed")).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(note("original"))
                .when()
                .post(NOTES + "/paid")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aKeyBelongsToItsAccount() {
        String key = newKey();
        Response wangs = post("wang", key, note("of wang"));

        Response lis = post("li", key, note("of li"));

        assertThat(wangs.statusCode()).isEqualTo(201);
        assertThat(lis.statusCode()).isEqualTo(201);
        assertThat(lis.asString()).contains("of li");
    }

    @Test
    void aStrangersRepeatIsAnsweredAsTheFirstAndAnothersRequestIsNot() {
        String key = newKey();
        Response first = postAsStranger(key, note("unsigned"));
        int effects = probe.effects();

        Response repeat = postAsStranger(key, note("unsigned"));
        Response other = postAsStranger(key, note("of another stranger"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(repeat.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.<String>path("title")).isEqualTo("of another stranger");
        assertThat(probe.effects()).isEqualTo(effects + 1);
    }

    @Test
    void aFailureStoresNothingAndMayBeTriedAgain() throws SQLException {
        String key = newKey();
        post("wang", newKey(), note("taken")).then().statusCode(201);

        post("wang", key, note("taken")).then().statusCode(409).body("code", equalTo("TITLE_TAKEN"));

        assertThat(storedKeys(key)).isZero();
        post("wang", key, note("free")).then().statusCode(201);
        assertThat(storedKeys(key)).isEqualTo(1);
    }

    @Test
    void whereMoneyMovesAKeyIsRequired() {
        given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .contentType(ContentType.JSON)
                .body(note("unpaid"))
                .when()
                .post(NOTES + "/paid")
                .then()
                .statusCode(428)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        assertThat(probe.countOf("unpaid")).isZero();
    }

    @Test
    void withoutAKeyEachRequestHasItsEffect() {
        int before = probe.effects();
        for (String title : List.of("keyless 1", "keyless 2")) {
            given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                    .contentType(ContentType.JSON)
                    .body(note(title))
                    .when()
                    .post(NOTES)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", nullValue());
        }
        assertThat(probe.effects()).isEqualTo(before + 2);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String key : List.of("x".repeat(256), "two words")) {
            post("wang", key, note("never"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("header:Idempotency-Key"))
                    .body("errors[0].code", equalTo("BAD_IDEMPOTENCY_KEY"));
        }
    }

    @Test
    void anOutlivedKeyIsNewAgain() throws SQLException {
        String key = newKey();
        post("wang", key, note("yesterday")).then().statusCode(201);
        age(key);

        Response today = post("wang", key, note("today"));

        assertThat(today.statusCode()).isEqualTo(201);
        assertThat(today.asString()).contains("today");
        assertThat(storedKeys(key)).isEqualTo(1);
    }

    @Test
    void aStreamedBodyIsComparedToo() {
        String key = newKey();
        int before = probe.effects();
        Response first = lines(key, note("row") + "\n");

        Response same = lines(key, note("row") + "\n");
        Response other = lines(key, note("other") + "\n");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(same.asString()).isEqualTo(first.asString());
        assertThat(same.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(probe.effects()).isEqualTo(before + 1);
    }

    private static Response lines(String key, String body) {
        return given().header("Authorization", "Bearer " + Tokens.university("90001"))
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .when()
                .post(NOTES + "/lines");
    }

    private static List<Response> simultaneously(Callable<Response> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : callers.invokeAll(java.util.Collections.nCopies(CALLERS, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }

    private int storedKeys(String key) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM idempotency_key WHERE key = ?")) {
            query.setString(1, key);
            try (var result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private void age(String key) throws SQLException {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = ?")) {
            update.setString(1, key);
            update.executeUpdate();
        }
    }
}
