package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Answer;
import cn.qingcheng.stack.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people get in and out, at the pages of a real Keycloak that has read the committed realm. */
@ExtendWith(RealmUnderTest.class)
class LoginTest {
    private final Frontend frontend = new Frontend();

    private Page logIn(String account) {
        return frontend.logIn(account, password());
    }

    private static String password() {
        return RealmUnderTest.accounts().password();
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.json().has("access_token")).isFalse();
    }

    @Test
    void aGraduateLogsInAndHerTokenSaysWhoForWhomAndForHowLong() {
        Answer tokens = Frontend.redeem(logIn("graduate1"));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.claims().path("groups")).extracting(JsonNode::asText).containsExactly("talent");
        assertThat(tokens.claims().path("aud").asText()).isEqualTo("qingcheng-api");
        assertThat(tokens.claims().path("preferred_username").asText()).isEqualTo("graduate1");
        assertThat(tokens.claims().path("exp").asLong()
                        - tokens.claims().path("iat").asLong())
                .isLessThanOrEqualTo(300);
    }

    @Test
    void aCodeIsGoodOnceAndForTheBrowserThatAskedAlone() {
        Page stolen = logIn("graduate1");
        assertRefused(Frontend.redeem(stolen.parameter("code"), Map.of()), "invalid_grant");

        Page guessed = frontend.ask();
        assertRefused(
                Frontend.redeem(
                        guessed.parameter("code"), Map.of("code_verifier", Frontend.VERIFIER.replace('a', 'b'))),
                "invalid_grant");

        Page own = frontend.ask();
        assertThat(Frontend.redeem(own).status()).isEqualTo(200);
        assertRefused(Frontend.redeem(own), "invalid_grant");
    }

    @Test
    void nobodyGetsInBesideThePageWithProof() {
        Map<String, String> withoutProof = Frontend.question();
        withoutProof.remove("code_challenge");
        withoutProof.remove("code_challenge_method");
        assertThat(frontend.ask(withoutProof).parameter("error")).isEqualTo("invalid_request");
        Map<String, String> plain = Frontend.question();
        plain.put("code_challenge_method", "plain");
        assertThat(frontend.ask(plain).parameter("error")).isEqualTo("invalid_request");
        Map<String, String> implicit = Frontend.question();
        implicit.put("response_type", "token");
        assertThat(frontend.ask(implicit).leftTo())
                .contains("error=unauthorized_client")
                .doesNotContain("access_token");
        Map<String, String> forEver = Frontend.question();
        forEver.put("scope", "openid offline_access");
        assertThat(frontend.ask(forEver).parameter("error")).isEqualTo("invalid_scope");
        for (String client : List.of(Frontend.CLIENT, "qingcheng-mobile", "admin-cli", "account", "account-console")) {
            Answer answer = Browser.post(
                    Frontend.pages() + "/token",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            client,
                            "username",
                            "graduate1",
                            "password",
                            password()));
            assertThat(answer.json().has("access_token")).as(client).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RealmUnderTest.WEB_REDIRECT + "/more",
                RealmUnderTest.WEB_REDIRECT + "?to=elsewhere",
                RealmUnderTest.GATEWAY + "/",
                "https://elsewhere.example/docs/oauth2-redirect.html",
                "http://localhost:3000/callback/../other"
            })
    void nobodyIsSentAnywhereElse(String redirect) {
        Page page = frontend.ask(Frontend.question("redirect_uri", redirect));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.leftTo()).isEmpty();
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsWhatItStarted() {
        Answer first = Frontend.redeem(logIn("graduate2"));
        Answer second = Frontend.refresh(first);
        assertThat(second.status()).isEqualTo(200);

        assertRefused(Frontend.refresh(first), "invalid_grant");
        assertRefused(Frontend.refresh(second), "invalid_grant");
    }

    @Test
    void whoLogsOutIsOut() {
        Answer tokens = Frontend.redeem(logIn("graduate2"));
        assertThat(frontend.ask().parameter("code")).as("still logged in").isNotEmpty();

        Answer answer = Browser.post(
                Frontend.pages() + "/logout",
                Map.of("client_id", Frontend.CLIENT, "refresh_token", tokens.text("refresh_token")));

        assertThat(answer.status()).isEqualTo(204);
        assertRefused(Frontend.refresh(tokens), "invalid_grant");
        assertThat(frontend.ask().field("username")).as("asked who she is").isEmpty();
    }

    @Test
    void guessesLockTheAccountForAWhileAndAreOnRecord() {
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(frontend.logIn("graduate3", "wrong").says()).contains("Invalid username or password");
        }

        Page right = logIn("graduate3");

        assertThat(right.leftTo()).isEmpty();
        assertThat(right.says()).contains("Invalid username or password");
        assertThat(events("LOGIN_ERROR")).contains("user_temporarily_disabled");
    }

    private static String events(String type) {
        return Browser.get(
                        RealmUnderTest.keycloakUrl() + "/admin/realms/qingcheng/events?type=" + type,
                        RealmUnderTest.adminToken())
                .json()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "short, minimum length 12",
        "my-name-is-graduate4, Can not contain the username",
        "graduate4@sample.invalid, Can not contain the username"
    })
    void aWeakPasswordIsRefused(String password, String reason) {
        Page page = frontend.browser()
                .submit(changeOfPassword("graduate4"), Map.of("username", "graduate4", "password", password()));

        Page refused = frontend.browser().submit(page, Map.of("password-new", password, "password-confirm", password));

        assertThat(refused.leftTo()).isEmpty();
        assertThat(refused.says()).containsIgnoringCase(reason);
    }

    @Test
    void aPersonChangesHerPassword() {
        String better = "plain words of hers, one after another, as many as she is able to remember";
        Page page = frontend.browser()
                .submit(changeOfPassword("graduate5"), Map.of("username", "graduate5", "password", password()));

        Page done = frontend.browser().submit(page, Map.of("password-new", better, "password-confirm", better));

        assertThat(Frontend.redeem(done).status()).isEqualTo(200);
        Frontend another = new Frontend();
        assertThat(another.logIn("graduate5", password()).leftTo()).isEmpty();
        assertThat(another.tokens("graduate5", better).status()).isEqualTo(200);
    }

    private Page changeOfPassword(String account) {
        Map<String, String> question = Frontend.question("kc_action", "UPDATE_PASSWORD");
        question.put("login_hint", account);
        return frontend.ask(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"talent-officer", "approver", "finance1", "housing1", "platform-officer", "auditor", "operator"})
    void everyOfficerIsAskedForASecondFactor(String officer) {
        Page page = logIn(officer);

        assertThat(page.leftTo()).isEmpty();
        assertThat(page.html()).contains("totpSecret");
    }

    @Test
    void anOfficerSetsUpHerCodeOnceAndGivesOneEachTime() {
        Page setUp = logIn("reviewer");
        Page again = frontend.setUpCode(setUp, "000000");
        assertThat(again.says()).contains("Invalid authenticator code");
        String secret = again.field("totpSecret");
        Page set = frontend.setUpCode(again, OneTimeCode.of(secret, 0));
        assertThat(Frontend.redeem(set).claims().path("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("subsidy-reviewer");

        Frontend another = new Frontend();
        Page asked = another.logIn("reviewer", password());
        assertThat(asked.leftTo()).isEmpty();
        Page guessed = another.browser().submit(asked, Map.of("otp", OneTimeCode.of("guess" + secret, 0)));
        assertThat(guessed.says()).contains("Invalid authenticator code");
        String code = OneTimeCode.of(secret, 1);
        Page in = another.browser().submit(guessed, Map.of("otp", code));
        assertThat(Frontend.redeem(in).status()).isEqualTo(200);

        Frontend third = new Frontend();
        Page seen = third.browser().submit(third.logIn("reviewer", password()), Map.of("otp", code));
        assertThat(seen.says()).contains("Invalid authenticator code");
    }

    @Test
    void aRoleTakenAwayEndsWithTheAccessTokenAndAnAccountSwitchedOffWithIt() {
        RealmAdmin admin = RealmUnderTest.admin();
        Answer before = Frontend.redeem(logIn("graduate6"));
        assertThat(before.claims().path("groups")).extracting(JsonNode::asText).containsExactly("talent");
        String account = "/users/" + before.claims().path("sub").asText();

        admin.delete(account + "/role-mappings/realm", admin.get(account + "/role-mappings/realm"));
        Answer after = Frontend.refresh(before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.claims().path("groups")).isEmpty();

        admin.put(account, JsonNodeFactory.instance.objectNode().put("enabled", false));
        assertRefused(Frontend.refresh(after), "invalid_grant");
    }

    @Test
    void whoRunsTheSystemDoesNotRunTheRealm() {
        RealmUnderTest.admin().add(List.of(new Accounts.User("operator2", List.of("operator"), "样例")), password());
        Page setUp = logIn("operator2");
        Answer tokens = Frontend.redeem(frontend.setUpCode(setUp, OneTimeCode.of(setUp.field("totpSecret"), 0)));
        assertThat(tokens.claims().path("groups")).extracting(JsonNode::asText).containsExactly("operator");

        String realm = RealmUnderTest.keycloakUrl() + "/admin/realms/qingcheng";
        for (String path : List.of("", "/users", "/clients", "/events")) {
            assertThat(Browser.get(realm + path, tokens.text("access_token")).status())
                    .as(path)
                    .isIn(401, 403);
        }
        assertThat(Browser.get(realm + "/users", RealmUnderTest.adminToken()).status())
                .isEqualTo(200);
    }
}
