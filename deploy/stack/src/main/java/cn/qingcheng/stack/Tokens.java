package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Logs sample accounts in at Keycloak, people by password and machines by their secret. */
public final class Tokens {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Accounts accounts;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Tokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An access token of a person or a client. */
    public String of(String account) {
        Map<String, String> form = new LinkedHashMap<>();
        Optional<Accounts.Client> client = accounts.client(account);
        if (client.isPresent()) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", account);
            form.put("client_secret", client.get().secret());
        } else if (accounts.user(account).isPresent()) {
            form.put("grant_type", "password");
            form.put("client_id", accounts.webClient());
            form.put("username", account);
            form.put("password", accounts.password());
        } else {
            throw new StackFailure("There is no account \"" + account + "\": try " + accounts.summary() + ".");
        }
        return ask(account, form);
    }

    private String ask(String account, Map<String, String> form) {
        URI address = URI.create(accounts.issuer() + "/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = new ObjectMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StackFailure("Keycloak refuses " + account + ": "
                        + body.path("error_description")
                                .asText(body.path("error").asText("no reason")) + ".");
            }
            return body.path("access_token").asText();
        } catch (IOException e) {
            throw new StackFailure("Keycloak does not answer at " + address + ": is the city up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for Keycloak.", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
