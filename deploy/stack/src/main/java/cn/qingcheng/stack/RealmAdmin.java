package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Makes accounts in the running realm, as Keycloak's own administrator; those of the realm file need none of it. */
final class RealmAdmin {
    /** A password takes Keycloak a tenth of a second to hash, and a request makes hundreds of them. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final String keycloakUrl;
    private final String adminPassword;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RealmAdmin(String keycloakUrl, String adminPassword) {
        this.keycloakUrl = keycloakUrl;
        this.adminPassword = adminPassword;
    }

    /** Adds people who can log in with the password; who is there already stays as they are. */
    void add(List<Accounts.User> people, String password) {
        ObjectNode file = json.createObjectNode();
        file.put("ifResourceExists", "SKIP");
        people.forEach(person -> RealmFile.addUser(file.withArray("users"), person, password));
        send(HttpRequest.newBuilder(URI.create(keycloakUrl + "/admin/realms/" + Keycloak.REALM + "/partialImport"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(file.toString())));
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=" + Keycloak.ADMIN + "&password="
                + URLEncoder.encode(adminPassword, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(keycloakUrl + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackFailure(
                        "Keycloak's administration answered " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new StackFailure("Keycloak's administration does not answer: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while accounts were made.", e);
        }
    }
}
