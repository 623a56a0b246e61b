package cn.qingcheng.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The service, and the service again on the same database. Each profile has Quarkus stop the one and start the other;
 * what the two share lives in the JVM's system properties, since all else is loaded anew.
 */
final class RestartedService {
    private static final String CITY = "qingcheng.test.restarted.city";
    private static final String ANSWER = "qingcheng.test.restarted.answer";

    private RestartedService() {}

    /** The one that runs first. */
    public static class Once implements QuarkusTestProfile {}

    /** The one that runs second. */
    public static class Again implements QuarkusTestProfile {}

    /** Gives both the same database. */
    public static class KeptDatabase implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            String kept = System.getProperty(CITY);
            if (kept != null) {
                return kept.lines()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            }
            Map<String, String> settings = new CityInfrastructure().start();
            System.setProperty(
                    CITY,
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .collect(Collectors.joining("\n")));
            return settings;
        }

        @Override
        public void stop() {}
    }

    /** The same request with the same key; whichever start of the service is asked second gives the first's answer. */
    static void askAndCompare() {
        Response response = given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .header("Idempotency-Key", "asked-before-and-after-the-restart")
                .contentType(ContentType.JSON)
                .body("{\"title\": \"kept\", \"pages\": 3, \"kind\": \"LETTER\"}")
                .when()
                .post("/sample/v1/notes");
        String answer = String.join(
                "\n",
                Integer.toString(response.statusCode()),
                response.header("Location"),
                response.header("ETag"),
                response.asString());
        String first = System.getProperty(ANSWER);
        System.setProperty(ANSWER, answer);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.header("Idempotency-Replayed")).isEqualTo(first == null ? null : "true");
        assertThat(answer).isEqualTo(first == null ? answer : first);
    }
}
