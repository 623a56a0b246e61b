package cn.qingcheng.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.gateway.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of writes, 5 in ten minutes by one subject, 8 by one client; of bulk uploads 12 by one address. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
@TestProfile(LimiterTest.Strict.class)
@TestMethodOrder(OrderAnnotation.class)
class LimiterTest {

    public static class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qingcheng.gateway.limit.window", "10M",
                    "qingcheng.gateway.limit.write.subject", "5",
                    "qingcheng.gateway.limit.write.client", "8",
                    "qingcheng.gateway.limit.bulk.address", "12");
        }
    }

    @Test
    @Order(1)
    void aSubjectThatWritesTooOftenIsToldWhenToComeBack() {
        HttpResponse<String> first = write(token("one", "web"));

        assertThat(first.headers().firstValue("RateLimit-Policy").orElse("")).contains("\"subject\";q=5;w=600");
        assertThat(first.headers().firstValue("RateLimit").orElse("")).contains("\"subject\";r=4;t=120");

        IntStream.range(0, 4)
                .forEach(
                        i -> assertThat(write(token("one", "web")).statusCode()).isEqualTo(200));
        HttpResponse<String> sixth = write(token("one", "web"));

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(sixth).getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(sixth.headers().firstValue("RateLimit").orElse("")).contains("\"subject\";r=0");
        assertThat(Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(100, 120);
    }

    @Test
    @Order(2)
    void anotherSubjectAndReadsAreNotAffected() {
        assertThat(write(token("two", "web")).statusCode()).isEqualTo(200);
        assertThat(Caller.get("/talent/v1/me", "Authorization", "Bearer " + token("one", "web"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void manySubjectsOfOneClientAreCountedTogether() {
        assertThat(write(token("three", "web")).statusCode()).isEqualTo(200);
        assertThat(write(token("four", "web")).statusCode()).isEqualTo(200);
        assertThat(write(token("five", "web")).statusCode()).isEqualTo(429);
        assertThat(write(token("five", "another")).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void anAddressIsCountedBeforeAnyTokenIsLookedAt() {
        IntStream.range(0, 12)
                .forEach(i -> assertThat(upload("not a token").statusCode()).isEqualTo(401));

        assertThat(upload("not a token").statusCode()).isEqualTo(429);
        assertThat(upload(token("six", "university")).statusCode()).isEqualTo(429);
        assertThat(write(token("six", "university")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1,2001:db8:1:2",
        "2001:db8:1:3:3:4:5:6,2001:db8:1:3"
    })
    void allAddressesOfOneNetworkAreOneCaller(String address, String network) {
        assertThat(Limiter.network(address)).isEqualTo(network);
    }

    private static HttpResponse<String> write(String token) {
        return Caller.send("POST", "/talent/v1/me", BodyPublishers.ofString("{}"), "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> upload(String token) {
        return Caller.send(
                "POST",
                "/talent/v1/count",
                BodyPublishers.ofString("{}\n"),
                "Content-Type",
                "application/x-ndjson",
                "Authorization",
                "Bearer " + token);
    }

    private static String token(String subject, String client) {
        return TestTokens.signed("first", claims -> {
            claims.setSubject(subject);
            claims.setStringClaim("azp", client);
        });
    }
}
