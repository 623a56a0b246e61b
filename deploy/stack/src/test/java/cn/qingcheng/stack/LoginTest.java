package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Answer;
import cn.qingcheng.stack.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
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
    private static final String WEB = "qingcheng-web";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-and-then-some";

    private final Browser browser = new Browser(RealmUnderTest.keycloakUrl());

    private static String pages() {
        return RealmUnderTest.issuer() + "/protocol/openid-connect";
    }

    private static Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("client_id", WEB);
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("redirect_uri", RealmUnderTest.WEB_REDIRECT);
        question.put("code_challenge", challenge());
        question.put("code_challenge_method", "S256");
        return question;
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Page ask(Map<String, String> question) {
        return browser.open(address(question));
    }

    private static String address(Map<String, String> question) {
        return pages() + "/auth?" + Browser.encoded(question);
    }

    private static Page logIn(Browser browser, String account, String password) {
        return browser.submit(browser.open(address(question())), Map.of("username", account, "password", password));
    }

    private Page logIn(String account, String password) {
        return logIn(browser, account, password);
    }

    private Page logIn(String account) {
        return logIn(account, password());
    }

    private static String password() {
        return RealmUnderTest.accounts().password();
    }

    private static Answer redeem(String code, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", WEB);
        form.put("code", code);
        form.put("redirect_uri", RealmUnderTest.WEB_REDIRECT);
        form.putAll(more);
        return Browser.post(pages() + "/token", form);
    }

    private static Answer redeem(Page page) {
        return redeem(page.parameter("code"), Map.of("code_verifier", VERIFIER));
    }

    private static Answer refresh(Answer tokens) {
        return Browser.post(
                pages() + "/token",
                Map.of("grant_type", "refresh_token", "client_id", WEB, "refresh_token", tokens.text("refresh_token")));
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.json().has("access_token")).isFalse();
    }

    @Test
    void aGraduateLogsInAndHerTokenSaysWhoForWhomAndForHowLong() {
        Answer tokens = redeem(logIn("graduate1"));

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
        assertRefused(redeem(stolen.parameter("code"), Map.of()), "invalid_grant");

        Page guessed = ask(question());
        assertRefused(
                redeem(guessed.parameter("code"), Map.of("code_verifier", VERIFIER.replace('a', 'b'))),
                "invalid_grant");

        Page own = ask(question());
        assertThat(redeem(own).status()).isEqualTo(200);
        assertRefused(redeem(own), "invalid_grant");
    }

    @Test
    void nobodyGetsInBesideThePageWithProof() {
        Map<String, String> withoutProof = question();
        withoutProof.remove("code_challenge");
        withoutProof.remove("code_challenge_method");
        assertThat(ask(withoutProof).parameter("error")).isEqualTo("invalid_request");
        Map<String, String> plain = question();
        plain.put("code_challenge_method", "plain");
        assertThat(ask(plain).parameter("error")).isEqualTo("invalid_request");
        Map<String, String> implicit = question();
        implicit.put("response_type", "token");
        assertThat(ask(implicit).leftTo()).contains("error=unauthorized_client").doesNotContain("access_token");
        Map<String, String> forEver = question();
        forEver.put("scope", "openid offline_access");
        assertThat(ask(forEver).parameter("error")).isEqualTo("invalid_scope");
        for (String client : List.of(WEB, "qingcheng-mobile", "admin-cli", "account", "account-console")) {
            Answer answer = Browser.post(
                    pages() + "/token",
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
        Map<String, String> elsewhere = question();
        elsewhere.put("redirect_uri", redirect);

        Page page = ask(elsewhere);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.leftTo()).isEmpty();
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsWhatItStarted() {
        Answer first = redeem(logIn("graduate2"));
        Answer second = refresh(first);
        assertThat(second.status()).isEqualTo(200);

        assertRefused(refresh(first), "invalid_grant");
        assertRefused(refresh(second), "invalid_grant");
    }

    @Test
    void whoLogsOutIsOut() {
        Answer tokens = redeem(logIn("graduate2"));
        assertThat(ask(question()).parameter("code")).as("still logged in").isNotEmpty();

        Answer answer = Browser.post(
                pages() + "/logout", Map.of("client_id", WEB, "refresh_token", tokens.text("refresh_token")));

        assertThat(answer.status()).isEqualTo(204);
        assertRefused(refresh(tokens), "invalid_grant");
        assertThat(ask(question()).field("username")).as("asked who she is").isEmpty();
    }

    @Test
    void guessesLockTheAccountForAWhileAndAreOnRecord() {
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(logIn("graduate3", "wrong").says()).contains("Invalid username or password");
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
        Page page =
                browser.submit(changeOfPassword("graduate4"), Map.of("username", "graduate4", "password", password()));

        Page refused = browser.submit(page, Map.of("password-new", password, "password-confirm", password));

        assertThat(refused.leftTo()).isEmpty();
        assertThat(refused.says()).containsIgnoringCase(reason);
    }

    @Test
    void aPersonChangesHerPassword() {
        String better = "plain words of hers, one after another, as many as she is able to remember";
        Page page =
                browser.submit(changeOfPassword("graduate5"), Map.of("username", "graduate5", "password", password()));

        Page done = browser.submit(page, Map.of("password-new", better, "password-confirm", better));

        assertThat(redeem(done).status()).isEqualTo(200);
        Browser another = new Browser(RealmUnderTest.keycloakUrl());
        assertThat(logIn(another, "graduate5", password()).leftTo()).isEmpty();
        assertThat(redeem(logIn(another, "graduate5", better)).status()).isEqualTo(200);
    }

    private Page changeOfPassword(String account) {
        Map<String, String> question = question();
        question.put("kc_action", "UPDATE_PASSWORD");
        question.put("login_hint", account);
        return ask(question);
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
        Page again = setUpCode(setUp, "000000");
        assertThat(again.says()).contains("Invalid authenticator code");
        String secret = again.field("totpSecret");
        Page set = setUpCode(again, OneTimeCode.of(secret, 0));
        assertThat(redeem(set).claims().path("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("subsidy-reviewer");

        Browser another = new Browser(RealmUnderTest.keycloakUrl());
        Page asked = logIn(another, "reviewer", password());
        assertThat(asked.leftTo()).isEmpty();
        Page guessed = another.submit(asked, Map.of("otp", OneTimeCode.of("guess" + secret, 0)));
        assertThat(guessed.says()).contains("Invalid authenticator code");
        String code = OneTimeCode.of(secret, 1);
        Page in = another.submit(guessed, Map.of("otp", code));
        assertThat(redeem(in).status()).isEqualTo(200);

        Browser third = new Browser(RealmUnderTest.keycloakUrl());
        Page seen = third.submit(logIn(third, "reviewer", password()), Map.of("otp", code));
        assertThat(seen.says()).contains("Invalid authenticator code");
    }

    @Test
    void aRoleTakenAwayEndsWithTheAccessTokenAndAnAccountSwitchedOffWithIt() {
        RealmAdmin admin = RealmUnderTest.admin();
        Answer before = redeem(logIn("graduate6"));
        assertThat(before.claims().path("groups")).extracting(JsonNode::asText).containsExactly("talent");
        String account = "/users/" + before.claims().path("sub").asText();

        admin.delete(account + "/role-mappings/realm", admin.get(account + "/role-mappings/realm"));
        Answer after = refresh(before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.claims().path("groups")).isEmpty();

        admin.put(account, JsonNodeFactory.instance.objectNode().put("enabled", false));
        assertRefused(refresh(after), "invalid_grant");
    }

    @Test
    void whoRunsTheSystemDoesNotRunTheRealm() {
        RealmUnderTest.admin().add(List.of(new Accounts.User("operator2", List.of("operator"), "样例")), password());
        Page setUp = logIn("operator2");
        Answer tokens = redeem(setUpCode(setUp, OneTimeCode.of(setUp.field("totpSecret"), 0)));
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

    private Page setUpCode(Page page, String code) {
        return browser.submit(page, Map.of("totp", code, "totpSecret", page.field("totpSecret"), "userLabel", "phone"));
    }
}
