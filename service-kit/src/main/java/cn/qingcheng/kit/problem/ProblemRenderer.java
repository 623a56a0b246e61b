package cn.qingcheng.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;

/** Writes a problem as RFC 9457 says, in the caller's language. */
@ApplicationScoped
public class ProblemRenderer {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPE_PREFIX = "urn:qingcheng:problem:";
    private static final int UNAUTHORIZED = 401;

    @Inject
    ProblemTexts texts;

    /**
     * The answer that tells the caller of a problem.
     *
     * @param path the path asked for, without its query
     */
    public Response response(ProblemException problem, String path) {
        ProblemCode code = problem.code();
        Response.ResponseBuilder response = Response.status(code.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(document(problem, path));
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (code.status() == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private Map<String, Object> document(ProblemException problem, String path) {
        ProblemCode code = problem.code();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + code.name());
        document.put("title", texts.title(code));
        document.put("status", code.status());
        texts.detail(code, problem.detailArguments()).ifPresent(detail -> document.put("detail", detail));
        document.put("instance", path);
        document.put("code", code.name());
        if (MDC.get(CorrelationId.MDC_KEY) instanceof String correlationId) {
            document.put("correlationId", correlationId);
        }
        List<InputError> errors = texts.localise(problem.errors());
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        problem.members().forEach(document::putIfAbsent);
        return document;
    }
}
