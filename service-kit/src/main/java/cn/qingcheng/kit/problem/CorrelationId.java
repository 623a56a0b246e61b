package cn.qingcheng.kit.problem;

import cn.qingcheng.kit.event.Correlation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One id for a request and all that follows from it: taken from the caller or made here, answered in
 * {@code X-Correlation-Id}, written with every log line and kept with every event.
 */
@ApplicationScoped
public class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    /** Where to find it while a request is worked on. */
    public static final String MDC_KEY = Correlation.CORRELATION_ID;

    /** Before everything else, so that the first refusal has it too. */
    private static final int FILTER_PRIORITY = 10_000;

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** W3C Trace Context, version 00. */
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    void register(@Observes Filters filters) {
        filters.register(CorrelationId::attach, FILTER_PRIORITY);
    }

    private static void attach(RoutingContext request) {
        String id = acceptable(request.request().getHeader(HEADER));
        request.response().putHeader(HEADER, id);
        MDC.put(MDC_KEY, id);
        String trace = request.request().getHeader(Correlation.TRACEPARENT);
        if (trace != null && TRACE.matcher(trace).matches()) {
            MDC.put(Correlation.TRACEPARENT, trace);
        }
        request.next();
    }

    /** What a caller sends goes into logs: anything but a short plain word is replaced. */
    static String acceptable(@Nullable String sent) {
        return sent != null && ACCEPTABLE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
