package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/asvs.md says of the realm, read from the realm as it is committed. */
class RealmDutiesTest {
    private JsonNode realm;

    @BeforeEach
    void theCommittedRealm() throws IOException {
        realm = new ObjectMapper().readTree(Layout.find().realm().toFile());
    }

    @Test
    void passwordsAreLongAndNothingElseIsAskedOfThem() {
        assertThat(realm.path("passwordPolicy").asText().split(" and "))
                .contains("length(12)", "notUsername")
                .noneMatch(rule -> rule.matches("(upperCase|lowerCase|digits|specialChars|forceExpired).*"));
    }

    @Test
    void sessionsAndTokensEnd() {
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(60, 1800);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isBetween(3600, 36_000);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    }

    @Test
    void codesAreShortLivedAndGoodOnce() {
        assertThat(realm.path("accessCodeLifespan").asInt()).isBetween(1, 60);
        assertThat(realm.path("otpPolicyDigits").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(realm.path("otpPolicyPeriod").asInt()).isEqualTo(30);
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
    }

    @Test
    void peopleUseTheCodeFlowOnly() {
        realm.path("clients").forEach(client -> {
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asText())
                    .isIn("false", "${QINGCHENG_PASSWORD_GRANT:false}");
        });
        assertThat(realm.path("clients")).isNotEmpty();
    }

    @Test
    void everyClientThatPeopleUseNeedsProofAndLeadsToAddressesNamedInFull() {
        realm.path("clients").forEach(client -> {
            String name = client.path("clientId").asText();
            if (client.path("enabled").asBoolean()) {
                assertThat(client.at("/attributes/pkce.code.challenge.method").asText())
                        .as(name)
                        .isEqualTo("S256");
                assertThat(client.path("redirectUris")).as(name).isNotEmpty();
            } else {
                assertThat(client.path("standardFlowEnabled").asBoolean(true))
                        .as(name)
                        .isFalse();
            }
            assertThat(client.path("redirectUris"))
                    .as(name)
                    .noneMatch(address -> address.asText().contains("*"));
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).as(name).isFalse();
        });
    }

    @Test
    void aCityThatSettlesNothingHasTheSafeSettings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Pattern.compile("\\$\\{(QINGCHENG_[A-Z_]+):?([^}]*)}")
                .matcher(Files.readString(Layout.find().realm()))
                .results()
                .forEach(setting -> settings.put(setting.group(1), setting.group(2)));

        assertThat(settings)
                .isEqualTo(Map.of(
                        "QINGCHENG_GATEWAY", "",
                        "QINGCHENG_WEB_REDIRECT", "",
                        "QINGCHENG_MOBILE_REDIRECT", "",
                        "QINGCHENG_TOKEN_SECONDS", "300",
                        "QINGCHENG_PASSWORD_GRANT", "false",
                        "QINGCHENG_SECOND_FACTOR", "CONDITIONAL"));
        assertThat(RealmSettings.ofStack("").environment()).containsOnlyKeys(settings.keySet());
    }

    @Test
    void logInsAreRecorded() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("eventsExpiration").asInt()).isGreaterThanOrEqualTo(2_592_000);
    }
}
