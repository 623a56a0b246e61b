package cn.qingcheng.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a {@link GatewayProblem} as {@code application/problem+json} (RFC 9457). */
@ApplicationScoped
public class Problems {

    /** Carries the correlation id; by the time a problem is written the request has a valid one. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final int LINGER_MILLIS = 1_000;

    private final Vertx vertx;

    Problems(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Answers the request with the problem. */
    public void send(HttpServerRequest request, GatewayProblem problem) {
        request.response().setStatusCode(problem.status());
        headers(request, problem).forEach(header -> request.response().putHeader(header.getKey(), header.getValue()));
        closeIfUploading(request);
        request.response().end(body(request, problem));
    }

    /** The problem as the answer of a proxied exchange, in place of the one that the service did not give. */
    public ProxyResponse answer(ProxyContext context, GatewayProblem problem) {
        HttpServerRequest request = context.request().proxiedRequest();
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(problem.status());
        response.headers().addAll(headers(request, problem));
        response.setBody(Body.body(body(request, problem)));
        closeIfUploading(request);
        return response;
    }

    private static MultiMap headers(HttpServerRequest request, GatewayProblem problem) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaders.CONTENT_LANGUAGE, texts(request).languageTag())
                .set(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfter().ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds())));
        if (problem == GatewayProblem.UNAUTHENTICATED) {
            headers.set("WWW-Authenticate", "Bearer realm=\"qingcheng\", error=\"invalid_token\"");
        }
        return headers;
    }

    private static Buffer body(HttpServerRequest request, GatewayProblem problem) {
        ProblemTexts texts = texts(request);
        String code = problem.name();
        return new JsonObject()
                .put("type", "urn:qingcheng:problem:" + code)
                .put("title", texts.title(problem))
                .put("status", problem.status())
                .put("detail", texts.detail(problem))
                .put("instance", request.path())
                .put("code", code)
                .put("correlationId", request.getHeader(CORRELATION_ID))
                .toBuffer();
    }

    private static ProblemTexts texts(HttpServerRequest request) {
        return ProblemTexts.chosenBy(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * An answer before the end of the upload: read on for a moment, so that the caller gets to see the answer rather
     * than a reset, then close, so that nobody sends us a gigabyte for nothing.
     */
    private void closeIfUploading(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (declaresBody(request)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.handler(discarded -> {});
            vertx.setTimer(LINGER_MILLIS, elapsed -> request.connection().close());
        }
        request.resume();
    }

    private static boolean declaresBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}
