package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class AccessLogTest {

    private static final Logger LOG = Logger.getLogger("cn.qingcheng.gateway.access");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord line) {
            line.getMessage().lines().forEach(lines::add);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(collector);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(collector);
    }

    @Test
    void aRequestLeavesOneLineByWhichItIsFoundAgain() {
        String token = TestTokens.good("talent");

        Caller.get(
                "/talent/v1/me?pageSize=20&name=%E7%8E%8B&150105199903071231",
                "X-Correlation-Id",
                "found-again",
                "X-Qingcheng-Refused-For",
                "forged",
                "Authorization",
                "Bearer " + token);

        JsonObject line = lineOf("found-again");
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("path")).isEqualTo("/talent/v1/me");
        assertThat(line.getString("query")).isEqualTo("pageSize=20&name=*&*");
        assertThat(line.getInteger("status")).isEqualTo(200);
        assertThat(line.getBoolean("complete")).isTrue();
        assertThat(line.getString("refusedFor")).isNull();
        assertThat(line.getLong("bytesOut")).isPositive();
        assertThat(line.getString("subject")).isEqualTo("3f6c3f6e-9f64-4f0e-8a66-5b6c2e0b1f00");
        assertThat(line.encode()).doesNotContain(token, "%E7%8E%8B", "150105");
    }

    @Test
    void requestsThatEndTogetherLeaveALineEach() {
        List<String> together =
                IntStream.range(100, 150).mapToObj(i -> "together-" + i).toList();

        together.parallelStream().forEach(each -> Caller.get("/talent/v1/me", "X-Correlation-Id", each));

        assertThat(together)
                .allSatisfy(each ->
                        assertThat(lineOf(each).getString("correlationId")).isEqualTo(each));
    }

    @Test
    void anAnswerThatBrokeOffIsToldAsSuch() {
        Caller.raw("GET /subsidy/v1/half HTTP/1.1", "Host: localhost", "X-Correlation-Id: broke-off");

        assertThat(lineOf("broke-off").getBoolean("complete")).isFalse();
    }

    @Test
    void whatTheGatewayRefusesIsThereToo() {
        Caller.get("/talent/v1/%2e%2e/x", "X-Correlation-Id", "refused");

        assertThat(lineOf("refused").getInteger("status")).isEqualTo(400);
        assertThat(lineOf("refused").getString("refusedFor")).isEqualTo("MALFORMED_PATH");
    }

    @ParameterizedTest
    @CsvSource({"q=1,q=*", "status=OPEN&q,status=OPEN&*", "=x,=*", "page%53ize=1,page%53ize=*"})
    void aValueIsOnlyWrittenWhenItCanBeNobodys(String query, String plain) {
        assertThat(AccessLog.plain(query)).isEqualTo(plain);
    }

    @Test
    void nothingThatACallerSendsBreaksTheLine() {
        String forged = "\n{\"timestamp\":\"2026-01-01T00:00:00Z\",\"access\":{\"subject\":\"forged\"}}\r\n";
        String token = TestTokens.signed("first", claims -> {
            claims.setSubject("subject" + forged);
            claims.setStringClaim("azp", "client" + forged);
        });

        Caller.raw(
                "GET /talent/v1/broken?status=%0d%0aforged&x%0a=1&sort=%0A HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "X-Correlation-Id: breaks%0a\tno line",
                "traceparent: 00%0d%0aforged",
                "Authorization: Bearer " + token);

        await().until(() -> lines.stream().anyMatch(line -> line.contains("/talent/v1/broken")));
        String line = lines.stream()
                .filter(each -> each.contains("/talent/v1/broken"))
                .findFirst()
                .orElseThrow();
        assertThat(line).doesNotContain("\n", "\r", "breaks");
        assertThat(new JsonObject(line).getJsonObject("access").getString("subject"))
                .isEqualTo("subject" + forged);
    }

    private JsonObject lineOf(String correlation) {
        await().until(() -> lines.stream().anyMatch(line -> line.contains(correlation)));
        return new JsonObject(lines.stream()
                        .filter(line -> line.contains(correlation))
                        .findFirst()
                        .orElseThrow())
                .getJsonObject("access");
    }
}
