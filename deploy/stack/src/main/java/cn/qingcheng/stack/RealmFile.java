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
                addClient(realm.withArray("clients").addObject(), client);
                ObjectNode serviceAccount = realm.withArray("users").addObject();
                serviceAccount.put(
                        "username", "service-account-" + client.account().toLowerCase(Locale.ROOT));
                serviceAccount.put("enabled", true);
                serviceAccount.put("serviceAccountClientId", client.account());
                serviceAccount.putArray("realmRoles").add(client.role());
                ObjectNode scope = realm.withArray("scopeMappings").addObject();
                scope.put("client", client.account());
                scope.putArray("roles").add(client.role());
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

    private static void addClient(ObjectNode client, Accounts.Client account) {
        String code = account.university() != null ? account.university() : account.employer();
        Partner.of(account.role(), String.valueOf(code)).describe(client, account.name());
        client.put("secret", account.secret());
    }
}
