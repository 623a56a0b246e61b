package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For subsidy-service the test allows 1 KiB of JSON and 100 KiB of a stream. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class LimitTest {

    @Test
    void refusesALargeBodyThatSaysItsLength() {
        assertProblem(post(BodyPublishers.ofByteArray(new byte[1025]), "application/json"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesALargeBodyThatDoesNot() {
        assertProblem(post(unsized(1025), "application/json"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void passesABodyOfExactlyTheLimit() {
        assertThat(post(unsized(1024), "application/json").body()).isEqualTo("1024");
        assertThat(post(BodyPublishers.ofByteArray(new byte[1024]), "application/json")
                        .body())
                .isEqualTo("1024");
    }

    @Test
    void allowsAStreamMore() {
        assertThat(post(unsized(102_400), "application/x-ndjson").body()).isEqualTo("102400");
        assertProblem(post(unsized(102_401), "application/x-ndjson"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesALongAddress() {
        assertProblem(Caller.get("/talent/v1/me?q=" + "a".repeat(8_000)), 414, "URI_TOO_LONG");
    }

    @Test
    void refusesLargeHeaders() {
        assertProblem(Caller.get("/talent/v1/me", "X-Large", "a".repeat(14 * 1024)), 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void refusesToBeATunnel() {
        assertThat(Caller.raw("CONNECT localhost:80 HTTP/1.1", "Host: localhost", "Connection: close"))
                .matches("(?s)HTTP/1.1 40[05] .*");
    }

    @Test
    void refusesMethodsNobodyServes() {
        assertThat(Caller.raw("TRACE /talent/v1/me HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 405")
                .contains("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost;x", "a'b", "a b", "localhost:", "%00", "<script>", "[::1", "a:b", "-"})
    void refusesAHostThatIsNone(String host) {
        assertThat(Caller.raw("GET /talent/v1/me HTTP/1.1", "Host: " + host, "Connection: close"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent.example.gov.cn", "127.0.0.1:8080", "[::1]:8080"})
    void passesOneThatIs(String host) {
        assertThat(Caller.raw("GET /talent/v1/me HTTP/1.1", "Host: " + host, "Connection: close"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3", "Host: other", "Transfer-Encoding: gzip"})
    void refusesABodyWhoseEndIsInDoubtOrATwofoldHost(String line) {
        assertThat(Caller.raw(
                        "POST /talent/v1/me HTTP/1.1",
                        "Host: localhost",
                        "Connection: close",
                        "Transfer-Encoding: chunked",
                        line,
                        "",
                        "3",
                        "abc",
                        "0"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesHttp10ForServicesButTellsItsHealth() {
        assertThat(Caller.raw("GET /talent/v1/me HTTP/1.0", "Host: localhost")).contains("505", "HTTP_VERSION");
        assertThat(Caller.raw("GET /q/health/ready HTTP/1.0", "Host: localhost"))
                .contains(" 200 ");
    }

    private static HttpResponse<String> post(BodyPublisher body, String type) {
        return Caller.send("POST", "/subsidy/v1/count", body, "Content-Type", type);
    }

    private static BodyPublisher unsized(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(response).getString("code")).isEqualTo(code);
    }
}
