package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.caller.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roles of the committed realm are those of the code, and each gives what it should and no more. */
class RealmRolesTest {
    private static final Pattern ROLES_OF_AN_OPERATION = Pattern.compile("x-roles:\\n((?: +- [a-z-]+\\n)+)");
    private static final Set<String> MACHINES = Set.of(Roles.UNIVERSITY, Roles.EMPLOYER);

    private final Map<String, JsonNode> roles = new TreeMap<>();
    private JsonNode realm;

    @BeforeEach
    void theCommittedRealm() throws IOException {
        realm = new ObjectMapper().readTree(Layout.find().realm().toFile());
        realm.at("/roles/realm").forEach(role -> roles.put(role.path("name").asText(), role));
    }

    @Test
    void theRealmHasTheRolesOfTheKitAndNoOther() throws IllegalAccessException {
        Set<String> known = new TreeSet<>();
        for (var constant : Roles.class.getFields()) {
            known.add((String) constant.get(null));
        }

        assertThat(roles.keySet()).isEqualTo(known);
    }

    @Test
    void everyRoleOpensAnOperationAndEveryOperationsRoleCanBeGiven() throws IOException {
        Set<String> used = new TreeSet<>(Set.of(Roles.OPERATOR)); // the gateway's metrics, which no document lists
        for (ServiceModule service : ServiceModule.values()) {
            String document = Files.readString(
                    Layout.find().root().resolve(service.moduleName()).resolve("contracts/openapi.yaml"));
            ROLES_OF_AN_OPERATION
                    .matcher(document)
                    .results()
                    .flatMap(found -> found.group(1).lines())
                    .forEach(line -> used.add(line.replaceFirst(" +- ", "")));
        }

        assertThat(roles.keySet()).isEqualTo(used);
    }

    @Test
    void everyRoleOfAnOfficerAsksForASecondFactor() {
        roles.forEach((name, role) -> {
            boolean officer = !MACHINES.contains(name) && !name.equals(Roles.TALENT);
            assertThat(role.at("/composites/client/qingcheng-web"))
                    .as(name)
                    .extracting(JsonNode::asText)
                    .isEqualTo(officer ? List.of("second-factor") : List.of());
        });
    }

    @Test
    void noRoleOfTheCityAdministersTheRealm() {
        roles.forEach((name, role) -> {
            assertThat(role.at("/composites/realm").isMissingNode()).as(name).isTrue();
            assertThat(role.at("/composites/client").fieldNames())
                    .toIterable()
                    .as(name)
                    .isSubsetOf("qingcheng-web");
        });
        assertThat(realm.path("users")).isEmpty();
    }

    @Test
    void aPhoneCarriesTheRoleOfAGraduateAndNoPersonThatOfAMachine() {
        Set<String> people = new TreeSet<>(roles.keySet());
        people.removeAll(MACHINES);

        assertThat(rolesIn("qingcheng-web")).isEqualTo(people);
        assertThat(rolesIn("qingcheng-mobile")).containsExactly(Roles.TALENT);
    }

    private Set<String> rolesIn(String client) {
        Set<String> found = new TreeSet<>();
        realm.path("scopeMappings").forEach(mapping -> {
            if (mapping.path("client").asText().equals(client)) {
                mapping.path("roles").forEach(role -> found.add(role.asText()));
            }
        });
        return found;
    }
}
