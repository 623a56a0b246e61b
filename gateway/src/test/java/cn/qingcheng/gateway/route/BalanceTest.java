package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** On a gateway of its own: requests that other tests left hanging would count as outstanding. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
@TestProfile(BalanceTest.OwnGateway.class)
@TestMethodOrder(OrderAnnotation.class)
class BalanceTest {

    /** Changes nothing; a profile of its own makes Quarkus start anew. */
    public static class OwnGateway implements QuarkusTestProfile {}

    @Inject
    Vertx vertx;

    @Test
    @Order(1)
    void idleInstancesTakeTurns() {
        Map<String, Long> served = IntStream.range(0, 20)
                .mapToObj(i -> instanceServing("/talent/v1/me"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(served).isEqualTo(Map.of("talent-1", 10L, "talent-2", 10L));
    }

    @Test
    @Order(2)
    void aBusyInstanceIsSpared() {
        HttpClientRequest hanging = vertx.createHttpClient()
                .request(HttpMethod.POST, Caller.port(), "localhost", "/talent/v1/echo-body")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        hanging.setChunked(true).write("begin");
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
    @Order(3)
    void anInstanceThatRefusesIsSkippedWhateverTheMethod() {
        for (int i = 0; i < 10; i++) {
            assertThat(Caller.send("POST", "/housing/v1/me", BodyPublishers.ofString("{}"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void callersWhoLeaveOccupyNothing() {
        for (int i = 0; i < 40; i++) {
            Caller.leaveAfter("GET /talent/v1/never HTTP/1.1", "Host: localhost");
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(Caller.get("/talent/v1/me").statusCode()).isEqualTo(200));
    }

    private static String instanceServing(String path) {
        return Caller.json(Caller.get(path)).getString("instance");
    }
}
