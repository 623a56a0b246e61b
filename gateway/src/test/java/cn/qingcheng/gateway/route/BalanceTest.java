package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test city allows eight connections to an instance, and four to wait for one. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class BalanceTest {

    private static final int ALL_CONNECTIONS = 16;

    @Inject
    Vertx vertx;

    @BeforeEach
    void nothingIsUnderWay() {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(Caller.outstanding("talent")).isZero();
            assertThat(split()).isEqualTo(Map.of("talent-1", 10L, "talent-2", 10L));
        });
    }

    @Test
    void aBusyInstanceIsSpared() {
        HttpClientRequest hanging = hang();
        String busy = hanging.response()
                .map(response -> response.getHeader("X-Instance"))
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        List<String> served = IntStream.range(0, 10)
                .mapToObj(i -> instanceServing("/talent/v1/me"))
                .distinct()
                .toList();

        assertThat(served).hasSize(1).doesNotContain(busy);
        hanging.reset();
    }

    @Test
    void anInstanceThatRefusesIsSkippedWhateverTheMethod() {
        for (int i = 0; i < 10; i++) {
            assertThat(Caller.send("POST", "/housing/v1/me", BodyPublishers.ofString("{}"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void callersWhoLeaveOccupyNothing() {
        for (int i = 0; i < 40; i++) {
            Caller.leaveAfter("GET /talent/v1/never HTTP/1.1", "Host: localhost");
        }

        nothingIsUnderWay();
    }

    @Test
    void callersWhoLeaveWhileTheyWaitForAConnectionOccupyNothing() {
        List<HttpClientRequest> hanging =
                IntStream.range(0, ALL_CONNECTIONS).mapToObj(i -> hang()).toList();
        await().until(() -> Caller.outstanding("talent") == ALL_CONNECTIONS);

        for (int i = 0; i < 4; i++) {
            Caller.leaveAfter("GET /talent/v1/never HTTP/1.1", "Host: localhost");
        }
        await().until(() -> Caller.outstanding("talent") > ALL_CONNECTIONS);
        hanging.forEach(HttpClientRequest::reset);

        nothingIsUnderWay();
    }

    @Test
    void callersWhoSendAnOrdinaryBodySlowlyOccupyNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(ALL_CONNECTIONS);
        List<HttpClientRequest> slow = IntStream.range(0, ALL_CONNECTIONS)
                .mapToObj(i -> hang("application/json", begun::countDown))
                .toList();

        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        nothingIsUnderWay();
        slow.forEach(HttpClientRequest::reset);
    }

    @Test
    void answersWithoutABodyOccupyNothing() {
        for (int i = 0; i < 3; i++) {
            Caller.get("/talent/v1/no-content");
            Caller.get("/talent/v1/not-modified");
            Caller.send("HEAD", "/talent/v1/me", BodyPublishers.noBody());
        }

        nothingIsUnderWay();
    }

    private HttpClientRequest hang() {
        return hang("application/x-ndjson", () -> {});
    }

    private HttpClientRequest hang(String type, Runnable invited) {
        HttpClientRequest hanging = vertx.createHttpClient()
                .request(HttpMethod.POST, Caller.port(), "localhost", "/talent/v1/echo-body")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        hanging.continueHandler(sign -> invited.run())
                .putHeader("Expect", "100-continue")
                .putHeader("Content-Type", type)
                .setChunked(true)
                .write("begin");
        return hanging;
    }

    private static Map<String, Long> split() {
        return IntStream.range(0, 20)
                .mapToObj(i -> instanceServing("/talent/v1/me"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String instanceServing(String path) {
        return Caller.json(Caller.get(path)).getString("instance");
    }
}
