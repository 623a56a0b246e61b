package cn.qingcheng.gateway.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For subsidy-service the test allows an answer 0.4 s, a stream 1 s to stand still and 4 s altogether. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class FailureTest {

    @Inject
    Vertx vertx;

    @Test
    void aServiceNobodyRunsIsUnavailableUntilItListens() {
        HttpResponse<String> down = Caller.get("/platform/v1/platforms", "Accept-Language", "en-GB,en;q=0.8");

        assertProblem(down, 503, "SERVICE_UNAVAILABLE");
        assertThat(down.headers().firstValue("Retry-After")).contains("5");
        assertThat(Caller.json(down).getString("detail")).contains("no effect");

        URI address = ConfigProvider.getConfig()
                .getValues("qingcheng.upstream.platform", URI.class)
                .get(0);
        Vertx restarted = Vertx.vertx();
        TestService.start(restarted, "platform-1", address.getPort());

        assertThat(Caller.get("/platform/v1/platforms").statusCode()).isEqualTo(200);

        restarted.close().toCompletionStage().toCompletableFuture().join();
        await().untilAsserted(() -> assertThat(Caller.send("POST", "/platform/v1/x", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(503));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aServiceThatBreaksOffIsABadGateway(String method) {
        HttpResponse<String> response = Caller.send(method, "/talent/v1/cut", BodyPublishers.noBody());

        assertProblem(response, 502, "SERVICE_FAILED");
        assertThat(Caller.json(response).getString("title")).isEqualTo("服务中断");
        assertThat(response.headers().firstValue("Content-Language")).contains("zh-CN");
    }

    @Test
    void aReadIsRepeatedAndAWriteIsNot() {
        assertThat(Caller.get("/subsidy/v1/cut-once?id=read").statusCode()).isEqualTo(200);
        assertThat(Caller.send("POST", "/subsidy/v1/cut-once?id=write", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(502);
        assertThat(Caller.send("DELETE", "/subsidy/v1/cut-once?id=delete", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void aWriteThatTheServiceKnowsByItsKeyIsRepeatedWithItsBody(String method) {
        HttpResponse<String> response = Caller.send(
                method,
                "/subsidy/v1/cut-once?id=keyed-" + method,
                BodyPublishers.ofString("{\"a\":1}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "k-1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response).getString("body")).isEqualTo("{\"a\":1}");
    }

    /** Either the service hears of the key, or the write is not repeated. */
    @Test
    void aKeyThatIsSaidToBeForOneHopDoublesNothing() {
        String answer = Caller.raw(
                "POST /subsidy/v1/cut-once?id=withheld HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Connection: Idempotency-Key",
                "Idempotency-Key: k-1",
                "Content-Length: 0");

        assertThat(answer)
                .satisfiesAnyOf(
                        refused -> assertThat(refused).startsWith("HTTP/1.1 502"),
                        passed ->
                                assertThat(passed).startsWith("HTTP/1.1 200").containsIgnoringCase("idempotency-key"));
    }

    @Test
    void aStreamedUploadIsNotRepeated() {
        BodyPublisher rows = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}\n".getBytes(UTF_8)));

        HttpResponse<String> response = Caller.send(
                "POST",
                "/subsidy/v1/cut-once?id=stream",
                rows,
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                "k-1");

        assertThat(response.statusCode()).isEqualTo(502);
    }

    @Test
    void aRepeatedWriteWaitsForTheFirstSendingToBeDealtWith() {
        HttpResponse<String> response = Caller.send(
                "POST", "/talent/v1/under-way-once?id=1", BodyPublishers.ofString("{}"), "Idempotency-Key", "k-1");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteThatIsUnderWayElsewhereIsAConflictAsTheServiceSays() {
        assertThat(Caller.send("POST", "/subsidy/v1/conflict", BodyPublishers.ofString("{}"), "Idempotency-Key", "k")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anAnswerThatDoesNotComeIsATimeout() {
        assertProblem(Caller.get("/subsidy/v1/never"), 504, "SERVICE_TOO_SLOW");
        assertProblem(
                Caller.send(
                        "POST", "/subsidy/v1/never", BodyPublishers.ofString("{}"), "Content-Type", "application/json"),
                504,
                "SERVICE_TOO_SLOW");
    }

    @Test
    void aStreamMayStandStillLonger() {
        long begun = System.nanoTime();

        HttpResponse<String> response = Caller.get("/subsidy/v1/never", "Accept", "application/x-ndjson");

        assertProblem(response, 504, "SERVICE_TOO_SLOW");
        assertThat(System.nanoTime() - begun).isGreaterThan(900_000_000L);
    }

    @Test
    void aStreamThatMovesOutlivesTheIdleTimeout() {
        assertThat(slowUpload("/subsidy/v1/count", 5, 400).body()).isEqualTo("5");
    }

    @Test
    void aStreamThatNeverEndsIsEnded() {
        assertThat(slowUpload("/subsidy/v1/count", 12, 500).statusCode()).isIn(408, 504);
    }

    @Test
    void aCallerThatStopsSendingIsToldSo() {
        HttpResponse<String> response = slowUpload("/subsidy/v1/count", 2, 2_500);

        assertProblem(response, 408, "UPLOAD_STALLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/subsidy/v1/half", "/subsidy/v1/stuck"})
    void anAnswerThatBreaksOffIsSeenToBeIncomplete(String path) {
        assertThatThrownBy(() -> Caller.get(path)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void morePeopleThanCanBeServedAreToldToComeBack() {
        List<CompletableFuture<HttpResponse<String>>> crowd = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Caller.get("/subsidy/v1/never", "Accept", "application/x-ndjson"),
                        task -> new Thread(task).start()))
                .toList();
        List<HttpResponse<String>> answers =
                crowd.stream().map(CompletableFuture::join).toList();

        List<HttpResponse<String>> turnedAway =
                answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(turnedAway).hasSizeBetween(12, 16);
        assertProblem(turnedAway.get(0), 503, "SERVICE_BUSY");
        assertThat(turnedAway.get(0).headers().firstValue("Retry-After")).contains("1");
        assertThat(Caller.get("/subsidy/v1/me").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> slowUpload(String path, int bytes, int pauseMillis) {
        PipedOutputStream out = new PipedOutputStream();
        try {
            PipedInputStream in = new PipedInputStream(out, 1);
            out.write('x');
            drip(out, bytes - 1, pauseMillis);
            return Caller.send(
                    "POST", path, BodyPublishers.ofInputStream(() -> in), "Content-Type", "application/x-ndjson");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drip(PipedOutputStream out, int left, int pauseMillis) {
        vertx.setTimer(
                pauseMillis,
                later -> vertx.executeBlocking(() -> {
                    if (left == 0) {
                        out.close();
                    } else {
                        out.write('x');
                        out.flush();
                        drip(out, left - 1, pauseMillis);
                    }
                    return left;
                }));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(response).getString("code")).isEqualTo(code);
        assertThat(Caller.json(response).getInteger("status")).isEqualTo(status);
        assertThat(response.headers().firstValue("X-Correlation-Id"))
                .contains(Caller.json(response).getString("correlationId"));
    }
}
