package cn.qingcheng.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.ForgedTokens;
import cn.qingcheng.kit.testing.LogWatch;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SecurityLogTest {
    private static final String NOTES = "/sample/v1/notes";
    private static final String OF_NO_TALENT = Tokens.of("wang", "auditor");
    private static final String OF_TALENT = Tokens.of("zhao", "talent");

    private static void post(String path, String token, String body) {
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    @Test
    void eachRefusalThatMayBeAnAttackHasItsNameAndNoValue() {
        String idToken = ForgedTokens.of("talent", "http://127.0.0.1:1/keys").get("of the kind ID");
        try (LogWatch log = LogWatch.open()) {
            given().contentType(ContentType.JSON).body("{}").post(NOTES);
            post(NOTES, idToken, "{}");
            post(NOTES, OF_NO_TALENT, "{}");
            post(NOTES, OF_TALENT, "{\"title\": \"of 150105199903071231\", \"pages\": -1, \"ownerId\": \"mallory\"}");
            post(NOTES + "/01990c4e-7c1a-7000-8000-000000000000/burn", OF_TALENT, "");

            assertThat(told(log))
                    .containsExactly(
                            "TOKEN_MISSING code=UNAUTHENTICATED operation=NoteResource.create",
                            "TOKEN_REFUSED code=UNAUTHENTICATED operation=NoteResource.create",
                            "ROLE_REFUSED code=FORBIDDEN operation=NoteResource.create account=wang",
                            "INPUT_REFUSED code=INVALID_INPUT operation=NoteResource.create"
                                    + " errors=REQUIRED,TOO_SMALL,UNKNOWN_FIELD",
                            "STEP_REFUSED code=ILLEGAL_TRANSITION operation=NoteResource.burn");
            log.assertSilentAbout(List.of("mallory", "150105199903071231", idToken));
        }
    }

    @Test
    void whatIsDoneOrNotThereIsNoEvent() {
        try (LogWatch log = LogWatch.open()) {
            given().get(NOTES);
            given().get(NOTES + "/01990c4e-7c1a-7000-8000-000000000000");

            assertThat(told(log)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"429,LIMIT_REACHED", "413,INPUT_REFUSED", "415,INPUT_REFUSED", "422,STEP_REFUSED"})
    void furtherAnswersHaveTheirsToo(int status, SecurityEvent event) {
        assertThat(SecurityEvent.of(status, true)).isEqualTo(event);
    }

    private static List<String> told(LogWatch log) {
        String mark = SecurityLog.CATEGORY + ": ";
        return log.lines().stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).replaceFirst(" (null|\\[])$", ""))
                .toList();
    }
}
