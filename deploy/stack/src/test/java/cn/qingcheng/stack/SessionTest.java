package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Answer;
import cn.qingcheng.stack.Browser.Page;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How sessions begin and end on a real Keycloak that has read the committed realm. */
@ExtendWith(RealmUnderTest.class)
class SessionTest {
    private static final int PARALLEL_SESSIONS = 5;

    private final Frontend frontend = new Frontend();

    private static String password() {
        return RealmUnderTest.accounts().password();
    }

    private static void logOut(Answer tokens) {
        Answer answer = Browser.post(
                Frontend.pages() + "/logout",
                Map.of("client_id", Frontend.CLIENT, "refresh_token", tokens.text("refresh_token")));
        assertThat(answer.status()).isEqualTo(204);
    }

    private static void assertEnded(Answer tokens) {
        assertThat(Frontend.refresh(tokens).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void oneSessionTooManyEndsAnOlderOne() {
        RealmUnderTest.person("many-devices", "talent");
        List<Answer> devices = new ArrayList<>();
        for (int device = 0; device < PARALLEL_SESSIONS; device++) {
            devices.add(new Frontend().tokens("many-devices", password()));
        }
        String sessions = RealmUnderTest.accountPath("many-devices") + "/sessions";
        assertThat(RealmUnderTest.admin().get(sessions)).hasSize(PARALLEL_SESSIONS);

        Answer oneMore = new Frontend().tokens("many-devices", password());

        assertThat(RealmUnderTest.admin().get(sessions)).hasSize(PARALLEL_SESSIONS);
        assertThat(Frontend.refresh(oneMore).status()).isEqualTo(200);
        assertThat(devices)
                .filteredOn(device -> Frontend.refresh(device).status() != 200)
                .hasSize(1);
    }

    @Test
    void whoHadHerCookiesBeforeSheLoggedInIsNotLoggedInWithHer() {
        RealmUnderTest.person("planted", "talent");
        Page page = frontend.ask();
        Frontend thief = new Frontend(frontend.browser().copy());

        assertThat(frontend.enter(page, "planted", password()).isIn()).isTrue();

        assertThat(frontend.ask().isIn()).isTrue();
        assertThat(thief.ask().asksForAPassword()).isTrue();
    }

    @Test
    void whoLogsInAgainHasANewSession() {
        RealmUnderTest.person("logs-in-again", "talent");
        Answer before = frontend.tokens("logs-in-again", password());
        Frontend thief = new Frontend(frontend.browser().copy());
        logOut(before);

        Answer after = frontend.tokens("logs-in-again", password());

        assertThat(after.text("session_state")).isNotEmpty().isNotEqualTo(before.text("session_state"));
        assertThat(thief.ask().asksForAPassword()).isTrue();
    }

    @Test
    void anAdministratorEndsTheSessionsOfOneOrOfAll() {
        RealmUnderTest.person("is-ended", "talent");
        RealmUnderTest.person("goes-on", "talent");
        Answer ended = frontend.tokens("is-ended", password());
        Answer other = new Frontend().tokens("goes-on", password());

        RealmUnderTest.admin()
                .post(RealmUnderTest.accountPath("is-ended") + "/logout", JsonNodeFactory.instance.objectNode());
        assertEnded(ended);
        assertThat(frontend.ask().asksForAPassword()).isTrue();
        other = Frontend.refresh(other);
        assertThat(other.status()).isEqualTo(200);

        RealmUnderTest.admin().post("/logout-all", JsonNodeFactory.instance.objectNode());
        assertEnded(other);
    }

    @Test
    void nobodyIsLoggedOutByALink() {
        RealmUnderTest.person("follows-links", "talent");
        Answer tokens = frontend.tokens("follows-links", password());

        for (String link : List.of(
                "",
                "?client_id=" + Frontend.CLIENT,
                "?client_id=" + Frontend.CLIENT + "&post_logout_redirect_uri=" + RealmUnderTest.WEB_REDIRECT)) {
            Page page = frontend.browser().open(Frontend.pages() + "/logout" + link);
            assertThat(page.leftTo()).isEmpty();
            assertThat(page.says()).contains("Do you want to log out?");
        }
        tokens = Frontend.refresh(tokens);
        assertThat(tokens.status()).isEqualTo(200);

        Page asked = frontend.browser().open(Frontend.pages() + "/logout");
        frontend.browser()
                .submit(asked, Map.of("session_code", asked.field("session_code"), "confirmLogout", "Logout"));
        assertEnded(tokens);
    }

    @Test
    void nobodyIsLoggedInByALink() {
        RealmUnderTest.person("did-nothing", "talent");
        assertThat(frontend.ask(Frontend.question("prompt", "none")).parameter("error"))
                .isEqualTo("login_required");
        Map<String, String> told = Frontend.question("username", "did-nothing");
        told.put("password", password());
        assertThat(frontend.ask(told).asksForAPassword()).isTrue();

        Page formOfAnother = new Frontend().ask();
        Page sentFromElsewhere = frontend.enter(formOfAnother, "did-nothing", password());

        assertThat(sentFromElsewhere.isIn()).isFalse();
        assertThat(frontend.ask().isIn()).isFalse();
    }

    @Test
    void aFrontendThatNeedsAFreshLogInGetsOne() {
        RealmUnderTest.person("is-asked-again", "talent");
        assertThat(frontend.logIn("is-asked-again", password()).isIn()).isTrue();
        assertThat(frontend.ask(Frontend.question("max_age", "60")).isIn()).isTrue();

        assertThat(frontend.ask(Frontend.question("prompt", "login")).asksForAPassword())
                .isTrue();
        assertThat(frontend.askWithoutALogInOfThisMoment(Frontend.question("max_age", "0"))
                        .asksForAPassword())
                .isTrue();
    }

    @Test
    void nobodyRegistersAClient() {
        String token = frontend.tokens("graduate7", password()).text("access_token");
        Map<String, String> ways = Map.of(
                "openid-connect", "{\"client_name\":\"mine\",\"redirect_uris\":[\"https://elsewhere.example/\"]}",
                "default", "{\"clientId\":\"mine\",\"redirectUris\":[\"https://elsewhere.example/\"]}");

        ways.forEach((way, client) -> {
            String address = RealmUnderTest.issuer() + "/clients-registrations/" + way;
            assertThat(Browser.postJson(address, client, "").status()).as(way).isIn(401, 403);
            assertThat(Browser.postJson(address, client, token).status())
                    .as(way)
                    .isIn(401, 403);
        });
        assertThat(RealmUnderTest.admin().get("/clients?search=true&clientId=mine"))
                .isEmpty();
    }
}
