package cn.qingcheng.faults.traffic;

import cn.qingcheng.stack.StackFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Speaks to the city through the gateway; one attempt at a time, and says whether an answer is final. */
final class Gate {

    /** Whether the request took effect is not known after these. */
    private static final Set<Integer> UNCERTAIN = Set.of(502, 504);

    /** To be sent again: nothing took effect. */
    private static final Set<Integer> LATER = Set.of(408, 503);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long LONGEST_RETRY_AFTER_SECONDS = 30;

    private final URI gateway;
    private final Wallet wallet;
    private final Duration patience;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Gate(URI gateway, Wallet wallet, Duration patience) {
        this.gateway = gateway;
        this.wallet = wallet;
        this.patience = patience;
    }

    /** Sends once; null when no answer came. */
    @Nullable
    Reply attempt(Call call) {
        String body = call.body();
        return attempt(call, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** Sends a stream that breaks off after so many bytes. */
    void attemptCut(Call call, InputStream broken) {
        attempt(call, BodyPublishers.ofInputStream(() -> broken));
    }

    private @Nullable Reply attempt(Call call, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(call.path()))
                .timeout(patience)
                .header("Accept-Language", "en")
                .method(call.method(), body);
        String account = call.account();
        if (account != null) {
            try {
                request.header("Authorization", "Bearer " + wallet.token(account));
            } catch (StackFailure keycloakIsAway) {
                return null;
            }
        }
        header(request, "Content-Type", call.contentType());
        header(request, "Idempotency-Key", call.key());
        header(request, "If-Match", call.ifMatch());
        CompletableFuture<HttpResponse<String>> coming = http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.headers(), read(response.body()), response.body(), 1, 0);
        } catch (ExecutionException | TimeoutException lost) {
            coming.cancel(true);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static void header(HttpRequest.Builder request, String name, @Nullable String value) {
        if (value != null) {
            request.header(name, value);
        }
    }

    private JsonNode read(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** An answer that leaves open whether the request took effect. */
    static boolean isUncertain(Reply reply) {
        return UNCERTAIN.contains(reply.status());
    }

    /** An answer after which a client sends the same again. */
    static boolean isFinal(Reply reply) {
        if (isUncertain(reply) || LATER.contains(reply.status())) {
            return false;
        }
        if (reply.status() == TOO_MANY_REQUESTS) {
            return retryAfterSeconds(reply) > LONGEST_RETRY_AFTER_SECONDS;
        }
        return !reply.code().equals("REQUEST_IN_FLIGHT");
    }

    static long retryAfterSeconds(Reply reply) {
        return reply.headers().firstValueAsLong("Retry-After").orElse(0);
    }
}
