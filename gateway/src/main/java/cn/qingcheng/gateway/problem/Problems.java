package cn.qingcheng.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a {@link GatewayProblem} as {@code application/problem+json} (RFC 9457). */
@ApplicationScoped
public class Problems {

    /** Carries the correlation id; by the time a problem is written the request has a valid one. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    /** Carries the code of a problem from here to the access log; a caller's own is struck out first. */
    public static final String REFUSED_FOR = "X-Qingcheng-Refused-For";

    private final Vertx vertx;

    Problems(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Answers the request with the problem. */
    public void send(HttpServerRequest request, GatewayProblem problem) {
        request.headers().set(REFUSED_FOR, problem.name());
        request.response().setStatusCode(problem.status());
        headers(request, problem).forEach(header -> request.response().putHeader(header.getKey(), header.getValue()));
        // Who sends crooked bytes may have sent more of them behind these.
        boolean crooked = problem.status() == GatewayProblem.MALFORMED_REQUEST.status();
        if (crooked || (!request.isEnded() && EarlyAnswer.declaresBody(request))) {
            EarlyAnswer.announce(request);
        }
        request.response().end(body(request, problem));
        EarlyAnswer.stopUpload(vertx, request);
        if (crooked && request.version() != HttpVersion.HTTP_2) {
            // Which sends what is written first, even when the connection is about to be broken off for what was read.
            request.connection().close();
        }
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
}
