package cn.qingcheng.kit.problem;

/** The failures that every service answers in the same way. */
public enum StandardProblem implements ProblemCode {
    MALFORMED_BODY(400),
    INVALID_INPUT(400),
    UNKNOWN_PARAMETER(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_IN_FLIGHT(409),
    CONCURRENT_UPDATE(409),
    ILLEGAL_TRANSITION(409),
    PRECONDITION_FAILED(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    PRECONDITION_REQUIRED(428),
    IDEMPOTENCY_KEY_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    StandardProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
