package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the realm that Keycloak imports: the committed one with one entry more for each sample account, so that the
 * committed one stays short enough to review. Its variables are filled by Keycloak, see {@link RealmSettings}.
 */
final class RealmFile {
    private static final String SCOPE = "qingcheng-api";

    private final ObjectMapper json = new ObjectMapper();
    private final Path template;

    RealmFile(Path template) {
        this.template = template;
    }

    void write(Path target, Accounts accounts) {
        PropertyFile.write(target, text(accounts));
    }

    String text(Accounts accounts) {
        try {
            ObjectNode realm = (ObjectNode) json.readTree(template.toFile());
            for (Accounts.User user : accounts.users()) {
                addUser(realm.withArray("users"), user, accounts.password());
            }
            for (Accounts.Client client : accounts.clients()) {
                addClient(realm.withArray("clients"), client);
                ObjectNode serviceAccount = realm.withArray("users").addObject();
                serviceAccount.put(
                        "username", "service-account-" + client.account().toLowerCase(Locale.ROOT));
                serviceAccount.put("enabled", true);
                serviceAccount.put("serviceAccountClientId", client.account());
                serviceAccount.putArray("realmRoles").add(client.role());
            }
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        } catch (IOException e) {
            throw new StackFailure("The realm in " + template + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    static void addUser(ArrayNode users, Accounts.User user, String password) {
        ObjectNode node = users.addObject();
        node.put("username", user.account());
        node.put("enabled", true);
        node.put("firstName", user.name());
        node.put("lastName", "样例");
        node.put("email", user.account() + "@sample.invalid");
        node.put("emailVerified", true);
        ObjectNode credential = node.putArray("credentials").addObject();
        credential.put("type", "password");
        credential.put("value", password);
        credential.put("temporary", false);
        ArrayNode roles = node.putArray("realmRoles");
        user.roles().forEach(roles::add);
    }

    private static void addClient(ArrayNode clients, Accounts.Client client) {
        ObjectNode node = clients.addObject();
        node.put("clientId", client.account());
        node.put("name", client.name());
        node.put("enabled", true);
        node.put("secret", client.secret());
        node.put("publicClient", false);
        node.put("standardFlowEnabled", false);
        node.put("directAccessGrantsEnabled", false);
        node.put("serviceAccountsEnabled", true);
        node.putArray("defaultClientScopes").add(SCOPE);
        ArrayNode mappers = node.putArray("protocolMappers");
        if (client.university() != null) {
            addClaim(mappers, "university", client.university());
        }
        if (client.employer() != null) {
            addClaim(mappers, "employer", client.employer());
        }
    }

    private static void addClaim(ArrayNode mappers, String claim, String value) {
        ObjectNode mapper = mappers.addObject();
        mapper.put("name", claim);
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", "oidc-hardcoded-claim-mapper");
        ObjectNode config = mapper.putObject("config");
        config.put("claim.name", claim);
        config.put("claim.value", value);
        config.put("jsonType.label", "String");
        config.put("access.token.claim", "true");
        config.put("introspection.token.claim", "true");
    }
}
