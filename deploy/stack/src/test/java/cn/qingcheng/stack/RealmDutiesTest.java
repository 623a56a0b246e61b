package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    void peopleUseTheCodeFlowOnly() {
        realm.path("clients").forEach(client -> {
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asText()).isIn("false", "${QINGCHENG_PASSWORD_GRANT}");
        });
        assertThat(realm.path("clients")).isNotEmpty();
    }

    @Test
    void logInsAreRecorded() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("eventsExpiration").asInt()).isGreaterThanOrEqualTo(2_592_000);
    }
}
