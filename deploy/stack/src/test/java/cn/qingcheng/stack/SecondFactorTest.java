package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One-time codes of people who need none, and what becomes of a lost telephone, on a real Keycloak. */
@ExtendWith(RealmUnderTest.class)
class SecondFactorTest {
    /** Keycloak draws each sign out of 62, so that these hold 119 bits. */
    private static final int SIGNS_OF_A_SECRET = 20;

    private final Frontend frontend = new Frontend();

    private static String password() {
        return RealmUnderTest.accounts().password();
    }

    private static boolean isAskedForACode(Page page) {
        return page.leftTo().isEmpty() && page.html().contains("name=\"otp\"");
    }

    /** The secret that her telephone keeps from now on. */
    private String setUp(Page page) {
        String secret = page.field("totpSecret");
        assertThat(frontend.setUpCode(page, OneTimeCode.of(secret, 0)).isIn()).isTrue();
        return secret;
    }

    @Test
    void aGraduateNeedsNoCodeAndIsAskedForItOnceSheHasSetItUp() {
        RealmUnderTest.person("careful", "talent");
        assertThat(frontend.logIn("careful", password()).isIn()).isTrue();

        String secret = setUp(frontend.enter(frontend.askFor("CONFIGURE_TOTP"), "careful", password()));

        Frontend another = new Frontend();
        Page asked = another.logIn("careful", password());
        assertThat(isAskedForACode(asked)).isTrue();
        Page guessed = another.browser().submit(asked, Map.of("otp", OneTimeCode.of("guess" + secret, 0)));
        assertThat(isAskedForACode(guessed)).isTrue();
        assertThat(another.browser()
                        .submit(guessed, Map.of("otp", OneTimeCode.of(secret, 1)))
                        .isIn())
                .isTrue();
    }

    @Test
    void aStolenSessionSetsUpNoCode() {
        RealmUnderTest.person("left-her-desk", "talent");
        assertThat(frontend.logIn("left-her-desk", password()).isIn()).isTrue();

        Page asked = frontend.askFor("CONFIGURE_TOTP");

        assertThat(asked.leftTo()).isEmpty();
        assertThat(asked.html()).contains("name=\"password\"").doesNotContain("totpSecret");
    }

    @Test
    void theSecretOfACodeIsLongAndDrawnAnewEachTimeItIsShown() {
        String shown = frontend.logIn("housing2", password()).field("totpSecret");
        String shownAgain = new Frontend().logIn("housing2", password()).field("totpSecret");
        String another = new Frontend().logIn("finance2", password()).field("totpSecret");

        assertThat(new String[] {shown, shownAgain, another})
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9]{" + SIGNS_OF_A_SECRET + ",}"));
    }

    @Test
    void whoLostHerTelephoneIsLetInByTheAdministratorAloneAndThatIsOnRecord() {
        RealmUnderTest.person("lost-it", "auditor");
        String lost = setUp(frontend.logIn("lost-it", password()));
        Frontend later = new Frontend();
        Page asked = later.logIn("lost-it", password());
        assertThat(isAskedForACode(asked)).isTrue();
        assertThat(asked.html()).doesNotContain("totpSecret");

        String account = RealmUnderTest.accountPath("lost-it");
        for (JsonNode credential : RealmUnderTest.admin().get(account + "/credentials")) {
            if (credential.path("type").asText().equals("otp")) {
                RealmUnderTest.admin()
                        .delete(account + "/credentials/"
                                + credential.path("id").asText());
            }
        }

        Page setUp = new Frontend().logIn("lost-it", password());
        assertThat(setUp.field("totpSecret")).isNotEqualTo(lost);
        assertThat(RealmUnderTest.admin().get("/admin-events?operationTypes=DELETE&operationTypes=ACTION"))
                .anySatisfy(event -> assertThat(event.path("resourcePath").asText())
                        .startsWith(account.substring(1) + "/credentials/"));
    }
}
