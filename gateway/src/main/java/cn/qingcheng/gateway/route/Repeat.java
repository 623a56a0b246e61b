package cn.qingcheng.gateway.route;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** When a request may be sent once more: nobody must be paid twice because a connection broke. */
final class Repeat {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int UNAVAILABLE = 503;
    private static final int CONFLICT = 409;

    private Repeat() {}

    /** Whether doing it twice is doing it once: it only reads, or the service knows it again by its key. */
    static boolean isHarmless(HttpServerRequest request) {
        return READS.contains(request.method()) || request.headers().contains(IDEMPOTENCY_KEY);
    }

    /** A server that shuts down turned the request away at its door: nothing was done, whatever the method. */
    static boolean wasTurnedAway(HttpClientResponse answer) {
        return answer.statusCode() == UNAVAILABLE
                && isLeaving(answer)
                && !answer.headers().contains("Content-Type");
    }

    static boolean isLeaving(HttpClientResponse answer) {
        return "close".equalsIgnoreCase(answer.getHeader(HttpHeaders.CONNECTION));
    }

    /** The first sending of a keyed request, cut off for us, is still being dealt with: its answer comes in a moment. */
    static boolean isStillUnderWay(HttpClientResponse answer) {
        return answer.statusCode() == CONFLICT && answer.headers().contains(HttpHeaders.RETRY_AFTER);
    }
}
