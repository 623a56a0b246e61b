package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Answer;
import cn.qingcheng.stack.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of passwords on a real Keycloak that has read the committed realm. */
@ExtendWith(RealmUnderTest.class)
class PasswordTest {
    private static final String BETTER = "a better one that she thought of";

    private final Frontend frontend = new Frontend();

    private static String password() {
        return RealmUnderTest.accounts().password();
    }

    private static Map<String, String> change(String password) {
        return Map.of("password-new", password, "password-confirm", password);
    }

    private Page change(String account, String password) {
        Page page = frontend.enter(frontend.askFor("UPDATE_PASSWORD"), account, password());
        return frontend.browser().submit(page, change(password));
    }

    @Test
    void whoIsLoggedInChangesHerPasswordWithTheOldOneOnly() {
        RealmUnderTest.person("changes-password", "talent");
        assertThat(frontend.logIn("changes-password", password()).isIn()).isTrue();

        Page asked = frontend.askFor("UPDATE_PASSWORD");
        assertThat(asked.asksForAPassword()).isTrue();
        assertThat(asked.html()).doesNotContain("password-new");
        Page guessed = frontend.enter(asked, "changes-password", "not her password");
        assertThat(guessed.html()).doesNotContain("password-new");
        Page known = frontend.enter(guessed, "changes-password", password());

        assertThat(frontend.browser().submit(known, change(BETTER)).isIn()).isTrue();
        assertThat(new Frontend().logIn("changes-password", BETTER).isIn()).isTrue();
    }

    @Test
    void aChangeOfPasswordEndsHerOtherSessionsIfSheSaysSo() {
        RealmUnderTest.person("ends-others", "talent");
        Answer elsewhere = new Frontend().tokens("ends-others", password());
        Page page = frontend.enter(frontend.askFor("UPDATE_PASSWORD"), "ends-others", password());
        assertThat(page.html()).contains("name=\"logout-sessions\"");

        Answer here = Frontend.redeem(frontend.browser()
                .submit(page, Map.of("password-new", BETTER, "password-confirm", BETTER, "logout-sessions", "on")));

        assertThat(Frontend.refresh(elsewhere).text("error")).isEqualTo("invalid_grant");
        assertThat(Frontend.refresh(here).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PassWord@2026",
                "p@$$w0rd1234",
                "1qaz2wsx3edc",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "woaini5201314",
                "qingcheng2026",
                "hohhottalent",
                "呼和浩特呼和浩特呼和浩特",
                "Qingcheng@123456"
            })
    void whatIsGuessedFirstIsRefusedThoughItIsLong(String guess) {
        RealmUnderTest.person("chooses", "talent");

        Page refused = change("chooses", guess);

        assertThat(refused.leftTo()).isEmpty();
        assertThat(refused.says()).contains("Invalid password: password is not allowed");
    }

    @Test
    void aFirstPasswordIsGoodOnceAndCannotStay() {
        RealmUnderTest.person("begins", "talent");
        String first = "drawn-for-her-Zk3vT9";
        ObjectNode given = JsonNodeFactory.instance
                .objectNode()
                .put("type", "password")
                .put("value", first)
                .put("temporary", true);
        RealmUnderTest.admin().put(RealmUnderTest.accountPath("begins") + "/reset-password", given);

        Page asked = frontend.logIn("begins", first);
        assertThat(asked.leftTo()).isEmpty();
        Page kept = frontend.browser().submit(asked, change(first));
        assertThat(kept.leftTo()).isEmpty();
        assertThat(kept.says()).contains("must not be equal to any of last");
        assertThat(frontend.browser().submit(kept, change(BETTER)).isIn()).isTrue();

        assertThat(new Frontend().logIn("begins", first).isIn()).isFalse();
    }

    @Test
    void aPasswordIsTakenAsItIsTyped() {
        RealmUnderTest.person("types", "talent");
        String typed = " Ünïcödé 青城 🐎 e\u0301 " + "and so on, ".repeat(8) + "The End ";
        assertThat(change("types", typed).isIn()).isTrue();

        for (String other : new String[] {
            typed.toLowerCase(java.util.Locale.ROOT),
            typed.strip(),
            typed.substring(0, 72),
            typed.replace("e\u0301", "\u00e9")
        }) {
            assertThat(new Frontend().logIn("types", other).isIn()).as(other).isFalse();
            assertThat(new Frontend().logIn("types", typed).isIn()).isTrue();
        }
    }

    @Test
    void itsFieldIsMaskedAndTakesWhatAPasswordManagerPastes() {
        Page page = frontend.ask();

        assertThat(page.html()).containsPattern("<input[^>]*name=\"password\"[^>]*type=\"password\"");
        assertThat(page.html()).containsPattern("name=\"password\"[^>]*autocomplete=\"current-password\"");
        assertThat(page.html()).doesNotContainIgnoringCase("paste");
        Matcher script =
                Pattern.compile("(?:src=|from |import )\"(/[^\"]+\\.js)\"").matcher(page.html());
        int read = 0;
        while (script.find()) {
            assertThat(Browser.text(RealmUnderTest.keycloakUrl() + script.group(1)))
                    .as(script.group(1))
                    .doesNotContainIgnoringCase("paste");
            read++;
        }
        assertThat(read).isPositive();
    }

    @Test
    void aPasswordIsKeptStretched() throws Exception {
        JsonNode credential = RealmUnderTest.admin()
                .get(RealmUnderTest.accountPath("graduate1") + "/credentials")
                .path(0);

        JsonNode kept =
                new ObjectMapper().readTree(credential.path("credentialData").asText());

        assertThat(credential.has("secretData")).isFalse();
        assertThat(kept.path("algorithm").asText()).isEqualTo("argon2");
        assertThat(kept.at("/additionalParameters/type/0").asText()).isEqualTo("id");
        assertThat(kept.at("/additionalParameters/memory/0").asInt()).isGreaterThanOrEqualTo(7_168);
        assertThat(kept.path("hashIterations").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(kept.at("/additionalParameters/hashLength/0").asInt()).isGreaterThanOrEqualTo(32);
    }
}
