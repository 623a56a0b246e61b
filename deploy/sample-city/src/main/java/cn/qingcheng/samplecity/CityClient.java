package cn.qingcheng.samplecity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the city as one of its accounts, through the gateway and with tokens from Keycloak, as any frontend or
 * university would. Every POST carries an {@code Idempotency-Key}, so an answer lost on the way is asked for again.
 */
public final class CityClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int TRIES = 3;

    private final URI gateway;
    private final Accounts accounts;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant renewAt) {}

    /**
     * Makes a client for all accounts.
     *
     * @param gateway address of the gateway, e.g. {@code http://localhost:8080}
     * @param clock the machine's: tokens live by its time, not by the city's
     */
    public CityClient(URI gateway, Accounts accounts, Clock clock) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Answer get(@Nullable String account, String path) {
        return send(account, request(path).GET(), "GET " + path);
    }

    public Answer post(@Nullable String account, String path, @Nullable Object body) {
        return post(account, path, body, UUID.randomUUID().toString());
    }

    public Answer post(@Nullable String account, String path, @Nullable Object body, String idempotencyKey) {
        HttpRequest.Builder request = request(path).header("Idempotency-Key", idempotencyKey);
        if (body == null) {
            return send(account, request.POST(BodyPublishers.noBody()), "POST " + path);
        }
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(write(body)));
        return send(account, request, "POST " + path);
    }

    public Answer post(String account, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", contentType)
                .POST(body);
        return send(account, request, "POST " + path);
    }

    public Answer put(String account, String path, String contentType, byte[] body) {
        return send(
                account,
                request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body)),
                "PUT " + path);
    }

    public Answer patch(String account, String path, Object mergePatch, String ifMatch) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(write(mergePatch)));
        return send(account, request, "PATCH " + path);
    }

    /** Gives an access token of the account, kept until shortly before it ends */
    public String token(String account) {
        Token known = tokens.get(account);
        if (known == null || clock.instant().isAfter(known.renewAt())) {
            known = fetchToken(account);
            tokens.put(account, known);
        }
        return known.value();
    }

    private Token fetchToken(String account) {
        HttpRequest request = HttpRequest.newBuilder(accounts.tokenEndpoint())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(accounts.tokenRequest(account)))
                .build();
        JsonNode body = exchange(request, "token of " + account).expect(200);
        long lifeSeconds = body.path("expires_in").asLong();
        return new Token(
                body.path("access_token").asText(), clock.instant().plusSeconds(Math.max(1, lifeSeconds - 30)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "en");
    }

    private Answer send(@Nullable String account, HttpRequest.Builder request, String name) {
        if (account != null) {
            request.setHeader("Authorization", "Bearer " + token(account));
        }
        return exchange(request.build(), name);
    }

    private Answer exchange(HttpRequest request, String name) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                return new Answer(
                        name, response.statusCode(), response.headers(), response.body(), read(response.body()));
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(name + " got no answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(name + " was interrupted", e);
            }
        }
    }

    private JsonNode read(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
