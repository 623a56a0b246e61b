package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {
    @TempDir
    Path folder;

    private Layout layout;
    private Accounts accounts;

    @BeforeEach
    void theCommittedSamples() {
        layout = Layout.find();
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();
        accounts = Accounts.of(
                SampleAccounts.read(layout.sampleAccounts()),
                "http://localhost:8180/realms/qingcheng",
                new Secrets(data));
    }

    private JsonNode realm() throws Exception {
        return new ObjectMapper().readTree(new RealmFile(layout.realm()).text(accounts));
    }

    @Test
    void hasOneClientForEachInstitutionWithAClaimThatSaysWhich() throws Exception {
        JsonNode client = find(realm().get("clients"), "clientId", "university-90041");

        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.at("/protocolMappers/0/config/claim.name").asText()).isEqualTo("university");
        assertThat(client.at("/protocolMappers/0/config/claim.value").asText()).isEqualTo("90041");
        JsonNode service = find(realm().get("users"), "serviceAccountClientId", "university-90041");
        assertThat(service.at("/realmRoles/0").asText()).isEqualTo("university");
    }

    @Test
    void knowsTheFirstEmployer() throws Exception {
        JsonNode client = find(realm().get("clients"), "clientId", "employer-91150102MA0TE5T084");

        assertThat(client.at("/protocolMappers/0/config/claim.value").asText()).isEqualTo("91150102MA0TE5T084");
    }

    @Test
    void everyAccountHasARoleThatTheRealmDefines() throws Exception {
        Set<String> defined = new HashSet<>();
        realm().at("/roles/realm").forEach(role -> defined.add(role.get("name").asText()));
        assertThat(defined).hasSize(12);

        for (JsonNode user : realm().get("users")) {
            assertThat(user.get("realmRoles")).isNotEmpty();
            user.get("realmRoles").forEach(role -> assertThat(defined).contains(role.asText()));
        }
    }

    @Test
    void peopleLogInWithProofKeysAndTheServersGuardAgainstGuessing() throws Exception {
        JsonNode web = find(realm().get("clients"), "clientId", "qingcheng-web");

        assertThat(web.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(realm().get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm().get("registrationAllowed").asBoolean()).isFalse();
    }

    @Test
    void theCommittedTemplateHoldsNoSecret() throws Exception {
        String template = Files.readString(layout.realm());

        assertThat(template).doesNotContain("\"secret\"").doesNotContain("\"credentials\"");
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode node : list) {
            if (node.path(field).asText().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("no " + field + " " + value);
    }
}
