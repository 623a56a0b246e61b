package cn.qingcheng.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class ServiceHealthTest {

    @Test
    void tellsWhichServiceIsDown() {
        HttpResponse<String> response = Caller.get("/q/health");

        Map<String, String> services = Caller.json(response).getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(check -> check.getString("name"), check -> check.getString("status")));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(services)
                .containsEntry("talent", "UP")
                .containsEntry("subsidy", "UP")
                .containsEntry("housing", "UP")
                .containsEntry("platform", "DOWN");
        assertThat(response.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void countsTheInstances() {
        JsonObject housing = Caller.json(Caller.get("/q/health")).getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .filter(check -> check.getString("name").equals("housing"))
                .findFirst()
                .orElseThrow();

        assertThat(housing.getJsonObject("data").getInteger("instances")).isEqualTo(2);
        assertThat(housing.getJsonObject("data").getInteger("ready")).isEqualTo(1);
    }

    @Test
    void theGatewayItselfIsReadyAllTheSame() {
        assertThat(Caller.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(Caller.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void requestsAreCountedByServiceAndStatusAndNotByAddress() {
        Caller.get("/talent/v1/problem");
        Caller.get("/talent/v1/me/applications/7");

        String metrics = Caller.get("/q/metrics", "Authorization", "Bearer " + TestTokens.good("operator"))
                .body();

        assertThat(metrics)
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"409\",uri=\"/talent\"")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"200\",uri=\"/talent\"")
                .doesNotContain("applications");
    }
}
