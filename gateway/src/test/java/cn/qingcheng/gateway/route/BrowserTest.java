package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser, or something like one, relies on. The test city lets pages of https://talent.example call. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class BrowserTest {

    @Test
    void aPageOfAnAllowedOriginMayCall() {
        String preflight = Caller.raw(
                "OPTIONS /talent/v1/me HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Origin: https://talent.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,idempotency-key");
        assertThat(Caller.headOf(preflight))
                .startsWith("http/1.1 200")
                .contains("access-control-allow-origin: https://talent.example")
                .contains("idempotency-key")
                .doesNotContain("x-instance", "access-control-allow-credentials: true");

        String answer = Caller.raw(
                "GET /talent/v1/me HTTP/1.1", "Host: localhost", "Connection: close", "Origin: https://talent.example");
        assertThat(Caller.headOf(answer))
                .contains("x-instance", "access-control-allow-origin: https://talent.example", "ratelimit-policy")
                .doesNotContain("access-control-allow-credentials: true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://talent.example.evil.example",
                "http://talent.example",
                "https://talent.example@evil.example"
            })
    void aPageOfAnotherOriginMayNot(String origin) {
        String answer = Caller.raw(
                "POST /talent/v1/me HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Length: 0",
                "Origin: " + origin);

        assertThat(Caller.headOf(answer))
                .startsWith("http/1.1 403")
                .doesNotContain("access-control-allow-origin", "x-instance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talent/v1/me", "/talent/v1/framed", "/nowhere", "/q/health/live", "/talent/v1/%2e%2e"})
    void everyAnswerTellsABrowserToBeStrictOnce(String path) {
        HttpResponse<String> response = Caller.get(path);

        assertThat(response.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @CsvSource({
        "/,text/html;charset=UTF-8",
        "/docs/,text/html;charset=UTF-8",
        "/page.css,text/css;charset=UTF-8",
        "/page.js,text/javascript;charset=UTF-8",
        "/docs-login.js,text/javascript;charset=UTF-8",
        "/identity.json,application/json",
        "/q/health/live,application/json;charset=UTF-8",
        "/nowhere,application/problem+json"
    })
    void whatTheGatewayAnswersItselfSaysWhatItIs(String path, String type) {
        assertThat(Caller.get(path).headers().allValues("Content-Type"))
                .extracting(said -> said.replace(" ", "").replace("utf-8", "UTF-8"))
                .containsExactly(type);
    }

    @ParameterizedTest
    @CsvSource({"gzip,gzip", "br,br"})
    void aLargeAnswerIsCompressedAsTheCallerLikes(String accepted, String encoding) {
        HttpResponse<String> response =
                Caller.get("/talent/v1/text?type=application/json&bytes=20000", "Accept-Encoding", accepted);

        assertThat(response.headers().firstValue("Content-Encoding")).contains(encoding);
        assertThat(response.headers().allValues("Vary")).contains("accept-encoding");
        assertThat(response.body().length()).isLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,1000,",
        "image/png,20000,",
        "application/x-ndjson,20000,",
        "text/event-stream,20000,",
        "application/json,20000,\"7\""
    })
    void whatIsSmallOrPackedOrARowOfEventsOrHasATagIsNot(String type, int bytes, String etag) {
        HttpResponse<String> response = Caller.get(
                "/talent/v1/text?type=" + type + "&bytes=" + bytes + (etag == null ? "" : "&etag=7"),
                "Accept-Encoding",
                "gzip, br");

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body().length()).isEqualTo(bytes);
    }

    @Test
    void whoAcceptsNoCompressionGetsNone() {
        HttpResponse<String> response = Caller.get("/talent/v1/text?type=application/json&bytes=20000");

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).contains("20000");
    }

    @Test
    void anOptionsThatIsNoPreflightReachesTheService() {
        assertThat(Caller.send("OPTIONS", "/talent/v1/me", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
    }
}
