package cn.qingcheng.stack;

import cn.qingcheng.stack.Browser.Answer;
import cn.qingcheng.stack.Browser.Page;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A frontend in one person's browser: leads to Keycloak's pages and redeems what it comes back with (RFC 6749, RFC 7636). */
final class Frontend {
    static final String CLIENT = "qingcheng-web";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-and-then-some";

    private static final Duration LONGER_THAN_A_SECOND = Duration.ofMillis(2_200);

    private final Browser browser;

    Frontend() {
        this(new Browser(RealmUnderTest.keycloakUrl()));
    }

    Frontend(Browser browser) {
        this.browser = browser;
    }

    Browser browser() {
        return browser;
    }

    static String pages() {
        return RealmUnderTest.issuer() + "/protocol/openid-connect";
    }

    /** What the frontend asks for; tests change it. */
    static Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("client_id", CLIENT);
        question.put("response_type", "code");
        question.put("scope", "openid");
        question.put("redirect_uri", RealmUnderTest.WEB_REDIRECT);
        question.put("code_challenge", challenge());
        question.put("code_challenge_method", "S256");
        return question;
    }

    static Map<String, String> question(String name, String value) {
        Map<String, String> question = question();
        question.put(name, value);
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

    Page ask() {
        return ask(question());
    }

    Page ask(Map<String, String> question) {
        return browser.open(pages() + "/auth?" + Browser.encoded(question));
    }

    /** Leads to a page on which the person changes something of her account. */
    Page askFor(String action) {
        return askWithoutALogInOfThisMoment(question("kc_action", action));
    }

    /** Keycloak counts in whole seconds how long ago a log-in was: within the first of them it is not too old for anything. */
    Page askWithoutALogInOfThisMoment(Map<String, String> question) {
        long until = System.nanoTime() + LONGER_THAN_A_SECOND.toNanos();
        Page page = ask(question);
        while (!page.asksForAPassword() && until - System.nanoTime() > 0) {
            page = ask(question);
        }
        return page;
    }

    Page logIn(String account, String password) {
        return enter(ask(), account, password);
    }

    /** Fills in the page that asks who she is. */
    Page enter(Page page, String account, String password) {
        return browser.submit(page, Map.of("username", account, "password", password));
    }

    /** As far as the tokens. */
    Answer tokens(String account, String password) {
        return redeem(logIn(account, password));
    }

    Page setUpCode(Page page, String code) {
        return browser.submit(page, Map.of("totp", code, "totpSecret", page.field("totpSecret"), "userLabel", "phone"));
    }

    static Answer redeem(String code, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", CLIENT);
        form.put("code", code);
        form.put("redirect_uri", RealmUnderTest.WEB_REDIRECT);
        form.putAll(more);
        return Browser.post(pages() + "/token", form);
    }

    static Answer redeem(Page page) {
        return redeem(page.parameter("code"), Map.of("code_verifier", VERIFIER));
    }

    static Answer refresh(Answer tokens) {
        return Browser.post(
                pages() + "/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        CLIENT,
                        "refresh_token",
                        tokens.text("refresh_token")));
    }
}
