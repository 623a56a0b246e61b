package cn.qingcheng.gateway.problem;

import java.time.Duration;
import java.util.Optional;

/** Everything the gateway answers by itself instead of a service. Texts are in {@code messages/problems*.properties}. */
public enum GatewayProblem {
    MALFORMED_REQUEST(400),
    MALFORMED_PATH(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    UPLOAD_STALLED(408),
    BODY_TOO_LARGE(413),
    URI_TOO_LONG(414),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    SERVICE_FAILED(502, Duration.ofSeconds(5)),
    SERVICE_UNAVAILABLE(503, Duration.ofSeconds(5)),
    SERVICE_BUSY(503, Duration.ofSeconds(1)),
    IDENTITY_UNAVAILABLE(503, Duration.ofSeconds(5)),
    SERVICE_TOO_SLOW(504),
    HTTP_VERSION_NOT_SUPPORTED(505);

    private final int status;
    private final Optional<Duration> retryAfter;

    GatewayProblem(int status) {
        this.status = status;
        this.retryAfter = Optional.empty();
    }

    GatewayProblem(int status, Duration retryAfter) {
        this.status = status;
        this.retryAfter = Optional.of(retryAfter);
    }

    public int status() {
        return status;
    }

    /** After what time a caller may sensibly try again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
