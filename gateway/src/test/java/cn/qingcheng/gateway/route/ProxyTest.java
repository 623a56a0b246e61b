package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class ProxyTest {

    @Test
    void passesMethodPathQueryAndBodyAsTheyAre() {
        HttpResponse<String> response = Caller.send(
                "PATCH",
                "/talent/v1/me/applications/7?q=%E9%9D%92%E5%9F%8E&x=a%2Fb",
                BodyPublishers.ofString("{\"name\":\"青城\"}"),
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "\"3\"",
                "Idempotency-Key",
                "k-1");

        JsonObject seen = Caller.json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(seen.getString("method")).isEqualTo("PATCH");
        assertThat(seen.getString("uri")).isEqualTo("/talent/v1/me/applications/7?q=%E9%9D%92%E5%9F%8E&x=a%2Fb");
        assertThat(seen.getString("body")).isEqualTo("{\"name\":\"青城\"}");
        assertThat(header(seen, "if-match")).isEqualTo("\"3\"");
        assertThat(header(seen, "idempotency-key")).isEqualTo("k-1");
    }

    @ParameterizedTest
    @CsvSource({"talent,talent-", "subsidy,subsidy-1", "housing,housing-1"})
    void leadsEachPrefixToItsService(String prefix, String instance) {
        assertThat(Caller.json(Caller.get("/" + prefix + "/v1/me")).getString("instance"))
                .startsWith(instance);
    }

    @Test
    void showsTheDocumentOfAService() {
        JsonObject seen = Caller.json(Caller.get("/housing/q/openapi?format=json"));

        assertThat(seen.getString("instance")).isEqualTo("housing-1");
        assertThat(seen.getString("uri")).isEqualTo("/q/openapi?format=json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/talent",
                "/talent/",
                "/talent/v2/me",
                "/talentx/v1/me",
                "/talent/q/metrics",
                "/talent/q/health",
                "/talent/q/openapi/x",
                "/q/openapi",
                "/q/info",
                "/q/dev-ui",
                "/q/swagger-ui"
            })
    void knowsNothingElse(String path) {
        HttpResponse<String> response = Caller.get(path, "Accept-Language", "en");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(response).getString("code")).isEqualTo("NOT_FOUND");
        assertThat(Caller.json(response).getString("instance")).isEqualTo(path);
    }

    @Test
    void passesAProblemOfAServiceOnUntouched() {
        HttpResponse<String> response = Caller.get("/talent/v1/problem");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"code\":\"ILLEGAL_TRANSITION\"}");
    }

    @Test
    void strikesOutWhatACallerSaysOfItselfAndSaysItAnew() {
        JsonObject seen = Caller.json(Caller.get(
                "/talent/v1/me",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6",
                "X-User-Id",
                "someone-else",
                "X-Qingcheng-Account",
                "someone-else",
                "X-Remote-User",
                "admin",
                "X_Forwarded_For",
                "6.6.6.6",
                "X-Original-URL",
                "/talent/v1/talents",
                "X-HTTP-Method-Override",
                "DELETE",
                "X-Kept",
                "yes"));

        JsonObject headers = seen.getJsonObject("headers");
        assertThat(headers.encode()).doesNotContain("6.6.6.6", "someone-else", "admin", "evil", "DELETE", "talents\"");
        assertThat(header(seen, "x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(header(seen, "x-forwarded-host")).isEqualTo("localhost:" + Caller.port());
        assertThat(header(seen, "x-forwarded-proto")).isEqualTo("http");
        assertThat(header(seen, "host")).isEqualTo("localhost:" + Caller.port());
        assertThat(header(seen, "x-kept")).isEqualTo("yes");
    }

    @Test
    void keepsForItselfWhatIsMeantForOneHop() {
        String answer = Caller.raw(
                "GET /talent/v1/hop HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Connection: Keep-Alive, X-Drop",
                "X-Drop: dropped",
                "TE: trailers",
                "Upgrade: h2c",
                "Proxy-Authorization: Basic eDp5");

        JsonObject seen = new JsonObject(answer.substring(answer.indexOf('{')));
        assertThat(seen.getJsonObject("headers").fieldNames())
                .doesNotContain("x-drop", "te", "upgrade", "proxy-authorization", "connection");
        assertThat(Caller.headOf(answer))
                .contains("etag: \"7\"")
                .doesNotContain("x-inner", "keep-alive", "proxy-authenticate", "inner/1.0", "of-the-service");
    }

    /** Else whoever sends it on for others could take their tokens off, and a stranger's answer would be for everybody. */
    @Test
    void passesTheTokenOnEvenWhenItIsSaidToBeForOneHop() {
        String answer = Caller.raw(
                "GET /talent/v1/me HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Connection: Authorization",
                "Authorization: Bearer " + cn.qingcheng.gateway.TestTokens.good("talent"));

        JsonObject seen = new JsonObject(answer.substring(answer.indexOf('{')));
        assertThat(header(seen, "authorization")).startsWith("Bearer ");
    }

    @Test
    void makesACorrelationIdAndATraceAndTellsThem() {
        HttpResponse<String> response = Caller.get("/talent/v1/me");

        JsonObject seen = Caller.json(response);
        assertThat(header(seen, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(header(seen, "x-correlation-id")).matches("[0-9a-f-]{36}");
        assertThat(response.headers().allValues("X-Correlation-Id")).containsExactly(header(seen, "x-correlation-id"));
    }

    @Test
    void continuesThoseOfTheCaller() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        HttpResponse<String> response =
                Caller.get("/talent/v1/me", "X-Correlation-Id", "order-42", "traceparent", parent, "tracestate", "a=b");

        JsonObject seen = Caller.json(response);
        assertThat(header(seen, "x-correlation-id")).isEqualTo("order-42");
        assertThat(header(seen, "traceparent")).isEqualTo(parent);
        assertThat(header(seen, "tracestate")).isEqualTo("a=b");
        assertThat(response.headers().firstValue("X-Correlation-Id")).contains("order-42");
    }

    @Test
    void replacesThoseOfTheCallerThatAreMalformed() {
        HttpResponse<String> response = Caller.get(
                "/talent/v1/me",
                "X-Correlation-Id",
                "a b\"<script>",
                "traceparent",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "tracestate",
                "a=b");

        JsonObject seen = Caller.json(response);
        assertThat(header(seen, "x-correlation-id")).matches("[0-9a-f-]{36}");
        assertThat(header(seen, "traceparent")).doesNotContain("00000000000000000000000000000000");
        assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("tracestate");
    }

    @Test
    void frameAnswersWithoutABody() {
        assertThat(Caller.rawGet("/talent/v1/no-content"))
                .startsWith("HTTP/1.1 204")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n");
        assertThat(Caller.rawGet("/talent/v1/not-modified"))
                .startsWith("HTTP/1.1 304")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersHeadWithTheHeadOnly() {
        HttpResponse<String> response = Caller.send("HEAD", "/talent/v1/me", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void keepsAnswersToAPersonOutOfCaches() {
        String token = cn.qingcheng.gateway.TestTokens.good("talent");

        assertThat(Caller.get("/talent/v1/me", "Authorization", "Bearer " + token)
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(Caller.get("/talent/v1/me").headers().firstValue("Cache-Control"))
                .isEmpty();
    }

    private static String header(JsonObject seen, String name) {
        assertThat(seen.getJsonObject("headers").getJsonArray(name)).as(name).hasSize(1);
        return seen.getJsonObject("headers").getJsonArray(name).getString(0);
    }
}
