package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.limit.Limiter;
import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Comes before everything else, our own pages included: gives each request its trace, and refuses what is crooked. */
@ApplicationScoped
public class RequestGuard {

    private static final int BEFORE_ALL = 10_000;
    // Somewhat less than the services accept (8 KiB, 16 KiB), as the gateway adds its own.
    private static final int MAX_URI_LENGTH = 8_000;
    private static final int MAX_HEADERS_LENGTH = 14 * 1024;
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Problems problems;
    private final AccessLog accessLog;
    private final Limiter limiter;

    RequestGuard(Problems problems, AccessLog accessLog, Limiter limiter) {
        this.problems = problems;
        this.accessLog = accessLog;
        this.limiter = limiter;
    }

    void install(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_ALL);
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        String correlation = Trace.continueOrStart(request.headers());
        request.response().putHeader(Problems.CORRELATION_ID, correlation);
        SecurityHeaders.write(request);
        // Nothing is compressed unless someone finds it worthwhile, see Compression.
        request.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        accessLog.follow(context);
        findFault(request)
                .ifPresentOrElse(problem -> problems.send(request, problem), () -> limiter.passByAddress(context));
    }

    private static Optional<GatewayProblem> findFault(HttpServerRequest request) {
        if (request.uri().length() > MAX_URI_LENGTH) {
            return Optional.of(GatewayProblem.URI_TOO_LONG);
        }
        if (lengthOf(request.headers()) > MAX_HEADERS_LENGTH) {
            return Optional.of(GatewayProblem.HEADERS_TOO_LARGE);
        }
        if (!METHODS.contains(request.method())) {
            return Optional.of(GatewayProblem.METHOD_NOT_ALLOWED);
        }
        if (!PlainPath.isPlain(pathOf(request.uri()))) {
            return Optional.of(GatewayProblem.MALFORMED_PATH);
        }
        return hasPlainFraming(request) ? Optional.empty() : Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }

    /** One host, and a body whose end every server finds at the same place (RFC 9112, 6.3). */
    private static boolean hasPlainFraming(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean chunked = encodings.equals(List.of("chunked"));
        boolean sized = headers.contains(HttpHeaders.CONTENT_LENGTH);
        return (encodings.isEmpty() || (chunked && !sized))
                && headers.getAll(HttpHeaders.CONTENT_LENGTH).size() <= 1
                && headers.getAll(HttpHeaders.HOST).size() == (request.version() == HttpVersion.HTTP_2 ? 0 : 1)
                && request.authority() != null;
    }

    private static int lengthOf(MultiMap headers) {
        int length = 0;
        for (Map.Entry<String, String> header : headers) {
            length += header.getKey().length() + header.getValue().length() + 4;
        }
        return length;
    }

    private static String pathOf(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
