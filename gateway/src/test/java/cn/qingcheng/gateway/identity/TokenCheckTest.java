package cn.qingcheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestTokens;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class TokenCheckTest {

    @Test
    void aGoodTokenPassesAndIsPassedOn() {
        String token = TestTokens.good("talent");

        HttpResponse<String> response = Caller.get("/talent/v1/me", "Authorization", "Bearer " + token);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.json(response)
                        .getJsonObject("headers")
                        .getJsonArray("authorization")
                        .getString(0))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void nobodyInParticularPasses() {
        assertThat(Caller.get("/platform/q/openapi").statusCode()).isEqualTo(503);
        assertThat(Caller.get("/talent/v1/me").statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> bad() {
        Stream<Arguments> forged = TestTokens.forged("http://127.0.0.1:1/keys").entrySet().stream()
                .map(token -> Arguments.of(token.getKey(), "Bearer " + token.getValue()));
        return Stream.concat(
                forged,
                Stream.of(
                        Arguments.of("of nobody", spoilt(claims -> claims.unsetClaim("sub"))),
                        Arguments.of(
                                "signed by an encryption key",
                                "Bearer " + TestTokens.signed("encryption", claims -> {})),
                        Arguments.of(
                                "signed by an unknown key", "Bearer " + TestTokens.signed("unknown", claims -> {})),
                        Arguments.of("not a token", "Bearer abc"),
                        Arguments.of("empty", "Bearer "),
                        Arguments.of("another scheme", "Basic eDp5")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadTokenIsRefused(String what, String authorization) {
        HttpResponse<String> response = Caller.get("/talent/v1/me", "Authorization", authorization);

        assertThat(response.statusCode()).as(what).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(Caller.json(response).getString("code")).isEqualTo("UNAUTHENTICATED");
        assertThat(response.body()).doesNotContain(authorization);
    }

    @Test
    void noKeyIsFetchedFromWhereATokenSays() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer lure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lure.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        lure.start();
        try {
            TestTokens.forged("http://127.0.0.1:" + lure.getAddress().getPort() + "/keys")
                    .forEach((what, token) -> assertThat(Caller.get("/talent/v1/me", "Authorization", "Bearer " + token)
                                    .statusCode())
                            .as(what)
                            .isEqualTo(401));
        } finally {
            lure.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void noKeyIsFetchedFromWhereTheIssuerPoints() {
        String invented = "Bearer " + TestTokens.signed("not-yet-published", claims -> {});
        askIssuer("/move");
        try {
            assertThat(Caller.get("/talent/v1/me", "Authorization", invented).statusCode())
                    .isEqualTo(503);
            assertThat(Caller.get("/talent/v1/me", "Authorization", "Bearer " + TestTokens.good("talent"))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            askIssuer("/move-back");
        }
        assertThat(askIssuer("/asked-elsewhere")).isEqualTo("0");
        assertThat(Caller.get("/talent/v1/me", "Authorization", invented).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenGoesToTheServiceThatIsCalledAndNowhereElse() {
        String passed = TestTokens.signed("first", claims -> claims.setJwtId("passed"));
        String refused = TestTokens.signed("not-yet-published", claims -> claims.setJwtId("refused"));

        Caller.get("/housing/v1/me", "Authorization", "Bearer " + passed);
        Caller.get("/housing/v1/me", "Authorization", "Bearer " + refused);
        int probes = probesOfSubsidy();
        await().until(() -> probesOfSubsidy() > probes + 1);

        assertThat(Caller.get("/housing/v1/authorizations").body())
                .contains(passed)
                .doesNotContain(refused);
        for (String other : new String[] {"/talent/v1/authorizations", "/subsidy/v1/authorizations"}) {
            assertThat(Caller.get(other).body()).startsWith("[").doesNotContain(passed, refused);
        }
        assertThat(askIssuer("/authorizations")).isEqualTo("[]");
    }

    @Test
    void twoTokensAreRefused() {
        String token = "Bearer " + TestTokens.good();

        assertThat(Caller.get("/talent/v1/me", "Authorization", token, "Authorization", token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewKeyOfTheIssuerIsFoundAtOnceAlthoughInventedOnesWereJustAskedFor() {
        String token = "Bearer " + TestTokens.signed("second", claims -> {});
        assertThat(Caller.get("/talent/v1/me", "Authorization", token).statusCode())
                .isEqualTo(401);

        askIssuer("/rotate");

        assertThat(Caller.get("/talent/v1/me", "Authorization", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void inventedKeysDoNotWearTheIssuerOut() {
        String invented = "Bearer " + TestTokens.signed("invented", claims -> {});
        int before = Integer.parseInt(askIssuer("/asked"));
        long begun = System.nanoTime();

        List<CompletableFuture<Integer>> crowd = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Caller.get("/talent/v1/me", "Authorization", invented)
                                .statusCode(),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(crowd).allMatch(answer -> answer.join() == 401);
        long pauses = Duration.ofNanos(System.nanoTime() - begun).dividedBy(Duration.ofMillis(100));
        assertThat(Integer.parseInt(askIssuer("/asked")) - before).isLessThanOrEqualTo((int) pauses + 2);
    }

    @Test
    void aTokenIsGoodNoLongerThanItSays() {
        String token = "Bearer "
                + TestTokens.signed("first", claims -> {
                    claims.setIssuedAt(in(-90));
                    claims.setExpirationTime(in(-28));
                });
        assertThat(Caller.get("/talent/v1/me", "Authorization", token).statusCode())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(
                        Caller.get("/talent/v1/me", "Authorization", token).statusCode())
                .isEqualTo(401));
    }

    @Test
    void metricsAreForOperators() {
        assertThat(Caller.get("/q/metrics").statusCode()).isEqualTo(401);
        assertThat(Caller.get("/q/metrics", "Authorization", "Bearer " + TestTokens.good("talent"))
                        .statusCode())
                .isEqualTo(403);

        Caller.get("/talent/v1/me/applications/42");
        Caller.get("/platform/v1/platforms");
        HttpResponse<String> metrics =
                Caller.get("/q/metrics", "Authorization", "Bearer " + TestTokens.good("operator"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("qingcheng_gateway_outstanding", "qingcheng_gateway_problems_total")
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"200\",uri=\"/talent\"")
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"503\",uri=\"/platform\"")
                .doesNotContain("applications");
    }

    /** Addresses are callers' words: they name people, and a hundred of them leave no room for those that count. */
    @Test
    void noCallerWritesAnAddressIntoTheMetrics() {
        Caller.get("/150105199903071231/nobody");
        Caller.get("/150105199903071231//crooked");
        Caller.get("/150105199903071231/large", "X-Large", "a".repeat(14 * 1024));
        Caller.get("/150105199903071231/from-afar", "Origin", "https://evil.example");
        Caller.raw("TRACE /150105199903071231/trace HTTP/1.1", "Host: localhost", "Connection: close");

        HttpResponse<String> metrics =
                Caller.get("/q/metrics", "Authorization", "Bearer " + TestTokens.good("operator"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("uri=\"/other\"").doesNotContain("150105199903071231");
    }

    private static String spoilt(java.util.function.Consumer<JwtClaims> spoil) {
        return "Bearer " + TestTokens.signed("first", spoil);
    }

    private static int probesOfSubsidy() {
        return Integer.parseInt(Caller.get("/subsidy/v1/probes").body());
    }

    private static NumericDate in(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String askIssuer(String path) {
        URI issuer = ConfigProvider.getConfig().getValue("qingcheng.issuer", URI.class);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(issuer.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
