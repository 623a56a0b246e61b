package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import cn.qingcheng.kit.testing.api.AccessMatrix;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/talent/v1/me",
                "/talent/v1/me/",
                "/talent/v1/schemes/rent-subsidy/versions/1/put-in-force",
                "/talent/v1/employers/%E9%9D%92%E5%9F%8E",
                "/talent/v1/a%20b",
                "/talent/v1/a%3Ab@c~d_e.f,g+h(i)!*'",
                "/talent/v1/...",
                "/talent/v1/me?next=/a/../b;c//d"
            })
    void passesPlainPaths(String target) {
        assertThat(Caller.rawGet(target)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/talent/v1/../../q/metrics",
                "/talent/v1/./me",
                "/talent/v1/me/..",
                "/talent/v1//me",
                "//talent/v1/me",
                "/talent//v1/me",
                "/talent/v1/me;jsessionid=1",
                "/talent;x/v1/me",
                "/talent/v1/%2e%2e/%2E%2E/q/metrics",
                "/talent/v1/.%2e/q",
                "/talent%2Fv1%2fme",
                "/talent/v1/a%5Cb",
                "/talent/v1/a%3Bb",
                "/talent/v1/a%25%32%66b",
                "/talent/v1/a%00",
                "/talent/v1/a%0d%0aX-Evil:1",
                "/talent/v1/a%7F",
                "/talent/v1/%6d%65",
                "/q/%6detrics",
                "/talent/v1/%C0%AF",
                "/talent/v1/%E9%9D",
                "/talent/v1/%zz",
                "/talent/v1/a%2",
                "/talent/v1/a%",
                "/talent/v1/a#b",
                "http://localhost/talent/v1/me",
                "talent/v1/me",
                "*",
                "?x"
            })
    void refusesTricks(String target) {
        assertThat(Caller.rawGet(target)).startsWith("HTTP/1.1 400");
    }

    static List<String> spellings() {
        return AccessMatrix.spellings("/talent/v1/talents/7");
    }

    /** Those that each service is asked by too, see its {@code AccessTest}. */
    @ParameterizedTest
    @MethodSource("spellings")
    void aServiceSeesThePathThatTheGatewaySawOrNone(String spelling) {
        String answer = Caller.rawGet(spelling);

        if (!answer.startsWith("HTTP/1.1 400") && !answer.startsWith("HTTP/1.1 404")) {
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"uri\":\"" + spelling + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talent/v1/a;b", "/talent/v1/%2e%2e/x", "/talent/v1//x"})
    void saysSoAsAProblem(String target) {
        assertThat(Caller.rawGet(target))
                .contains("application/problem+json", "\"code\":\"MALFORMED_PATH\"", "X-Correlation-Id");
    }
}
