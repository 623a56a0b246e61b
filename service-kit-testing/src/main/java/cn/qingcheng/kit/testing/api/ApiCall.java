package cn.qingcheng.kit.testing.api;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls an operation of the application under test. */
final class ApiCall {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ApiCall() {}

    /**
     * What came back.
     *
     * @param untruth what the content type says and the body is not, see {@link TrueContent}
     */
    record Answer(int status, String body, String etag, String contentType, String untruth) {
        boolean isFault() {
            return status >= 500;
        }

        /** Whether it is what it says it is, and a refusal with a body of the one form for all. */
        boolean isWellFormed() {
            return untruth.isEmpty()
                    && (status < 400 || body.isEmpty() || contentType.startsWith("application/problem+json"));
        }

        boolean isDone() {
            return status < 300;
        }

        /** The stable code of the problem, or the whole body when it is none. */
        String code() {
            return body.replaceAll("(?s).*\"code\"\\s*:\\s*\"([A-Z_]+)\".*", "$1");
        }

        /** As much of it as a message of a test needs. */
        String inShort() {
            return status + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
        }
    }

    /** With a key of its own for each call, and the version of the object when it asks for one. */
    static Answer call(Operation operation, String path, @Nullable String token, String body) {
        return call(operation, path, token, body, Map.of());
    }

    /** With headers beside those that are always sent. */
    static Answer call(
            Operation operation, String path, @Nullable String token, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(PATIENCE)
                .header("Accept", "*/*")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.mediaType() != null) {
            request.header("Content-Type", operation.mediaType());
        }
        if (operation.method().equals("PATCH")) {
            String etag = token == null ? "" : etag(path, token);
            request.header("If-Match", etag.isEmpty() ? "\"0\"" : etag);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.method(
                operation.method(),
                bytes.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(bytes));
        return send(request.build());
    }

    private static String etag(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build())
                .etag();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("ETag").orElse(""),
                    contentType,
                    TrueContent.faultOf(contentType, response.body()));
        } catch (IOException e) {
            return new Answer(599, "no answer: " + e, "", "", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
