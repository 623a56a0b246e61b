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
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comes before everything else, our own pages included: gives each request its trace, and refuses what is crooked. */
@ApplicationScoped
public class RequestGuard {

    private static final int BEFORE_ALL = 10_000;
    // Somewhat less than the services accept (8 KiB, 16 KiB), as the gateway adds its own.
    private static final int MAX_URI_LENGTH = 8_000;
    private static final int MAX_HEADERS_LENGTH = 14 * 1024;
    // A caller of HTTP/2 names it itself.
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
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
    // Nearly all requests name the same.
    private volatile String lastPlainHost = "";

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
        request.headers().remove(Problems.REFUSED_FOR);
        String correlation = Trace.continueOrStart(request.headers());
        request.response().putHeader(Problems.CORRELATION_ID, correlation);
        SecurityHeaders.write(request);
        // Nothing is compressed unless someone finds it worthwhile, see Compression.
        request.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        accessLog.follow(context);
        GatewayProblem fault = findFault(request);
        if (fault == null) {
            limiter.passByAddress(context);
        } else {
            problems.send(request, fault);
        }
    }

    private @Nullable GatewayProblem findFault(HttpServerRequest request) {
        if (request.uri().length() > MAX_URI_LENGTH) {
            return GatewayProblem.URI_TOO_LONG;
        }
        if (lengthOf(request.headers()) > MAX_HEADERS_LENGTH) {
            return GatewayProblem.HEADERS_TOO_LARGE;
        }
        if (!METHODS.contains(request.method())) {
            return GatewayProblem.METHOD_NOT_ALLOWED;
        }
        if (!PlainPath.isPlain(pathOf(request.uri()))) {
            return GatewayProblem.MALFORMED_PATH;
        }
        return hasPlainFraming(request) ? null : GatewayProblem.MALFORMED_REQUEST;
    }

    private boolean hasPlainFraming(HttpServerRequest request) {
        return SCHEMES.contains(request.scheme()) && hasPlainHost(request) && hasPlainBody(request.headers());
    }

    /** Exactly one, a name or an address as in RFC 3986, 3.2.2, for services write it into links. */
    private boolean hasPlainHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        HostAndPort authority = request.authority();
        if (authority == null || hosts.size() != (request.version() == HttpVersion.HTTP_2 ? 0 : 1)) {
            return false;
        }
        String host = hosts.isEmpty() ? authority.toString() : hosts.get(0);
        if (!host.equals(lastPlainHost)) {
            if (!HOST.matcher(host).matches()) {
                return false;
            }
            lastPlainHost = host;
        }
        return true;
    }

    /** A body whose end every server finds at the same place (RFC 9112, 6.3). */
    private static boolean hasPlainBody(MultiMap headers) {
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty() ? lengths.size() <= 1 : encodings.equals(List.of("chunked")) && lengths.isEmpty();
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
