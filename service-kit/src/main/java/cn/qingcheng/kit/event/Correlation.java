package cn.qingcheng.kit.event;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What ties the log lines and events of one cause together; lives in the logging context (MDC) of the request. */
public final class Correlation {
    /** MDC name of the correlation id, which a caller gives as {@code X-Correlation-Id}. */
    public static final String CORRELATION_ID = "correlationId";

    /** MDC name of the W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    private Correlation() {}

    /** The correlation id of what runs now, if it has one. */
    public static @Nullable String id() {
        return text(CORRELATION_ID);
    }

    /** The trace context of what runs now, if it has one. */
    public static @Nullable String traceparent() {
        return text(TRACEPARENT);
    }

    private static @Nullable String text(String name) {
        Object value = MDC.get(name);
        return value == null ? null : value.toString();
    }
}
