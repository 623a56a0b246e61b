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

/** Changes the running realm as Keycloak's own administrator; what stands in the realm file needs none of it. */
final class RealmAdmin {
    /** A password takes Keycloak a tenth of a second to hash, and a request makes hundreds of them. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** A token of the administrator lives for a minute. */
    private static final Duration TOKEN_USE = Duration.ofSeconds(30);

    private final String keycloakUrl;
    private final String account;
    private final String password;
    private String token = "";
    private long tokenEndsNanos = System.nanoTime();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RealmAdmin(String keycloakUrl, String account, String password) {
        this.keycloakUrl = keycloakUrl;
        this.account = account;
        this.password = password;
    }

    /** Address of the city's realm. */
    String issuer() {
        return keycloakUrl + "/realms/" + Keycloak.REALM;
    }

    /** Adds people who can log in with the password; who is there already stays as they are. */
    void add(List<Accounts.User> people, String theirPassword) {
        ObjectNode file = json.createObjectNode();
        file.put("ifResourceExists", "SKIP");
        people.forEach(person -> RealmFile.addUser(file.withArray("users"), person, theirPassword));
        post("/partialImport", file);
    }

    /** @param path below the realm's own address in Keycloak's administration */
    JsonNode get(String path) {
        return send(request(path).GET());
    }

    void post(String path, JsonNode body) {
        send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    void put(String path, JsonNode body) {
        send(request(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** Takes away what the body lists. */
    void delete(String path, JsonNode body) {
        send(request(path).method("DELETE", BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(keycloakUrl + "/admin/realms/" + Keycloak.REALM + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json");
    }

    private String token() {
        if (System.nanoTime() - tokenEndsNanos >= 0) {
            token = freshToken();
            tokenEndsNanos = System.nanoTime() + TOKEN_USE.toNanos();
        }
        return token;
    }

    private String freshToken() {
        String form = "grant_type=password&client_id=admin-cli&username="
                + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> response = exchange(
                HttpRequest.newBuilder(URI.create(keycloakUrl + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        if (response.statusCode() == 401) {
            throw new StackFailure("Keycloak at " + keycloakUrl + " refuses its administrator " + account + ".");
        }
        return body(response).path("access_token").asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        return body(exchange(request));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackFailure("Keycloak does not answer at " + keycloakUrl + ": is it up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for Keycloak.", e);
        }
    }

    private JsonNode body(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new StackFailure(
                    "Keycloak's administration answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new StackFailure("Keycloak at " + keycloakUrl + " answered something else than JSON.", e);
        }
    }
}
