package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.CallerHeaders;
import cn.qingcheng.gateway.problem.Problems;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the head of a request right for the service, and that of an answer right for the caller. Takes out, both ways,
 * what is meant for the next hop only (RFC 9110, 7.6.1), and what one side should not hear.
 */
final class Heads {

    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "HTTP2-Settings",
            "Upgrade");
    private static final List<String> NOT_FOR_CALLERS = List.of("Server", "X-Powered-By", Problems.CORRELATION_ID);
    // A caller must not have us drop its body's framing or who it is.
    private static final Set<String> NEVER_NAMED = Set.of("content-length", "host", "authorization");

    private Heads() {}

    /** From the caller's request to ours; the body's framing is carried over too. */
    static void pass(HttpServerRequest from, HttpClientRequest to, String path, boolean hasBody) {
        String query = from.query();
        to.setMethod(from.method()).setURI(query == null ? path : path + "?" + query);
        MultiMap headers = to.headers().addAll(from.headers());
        removeHopByHop(headers);
        headers.remove(HttpHeaders.EXPECT);
        headers.remove(HttpHeaders.HOST);
        CallerHeaders.cleanse(headers, from);
        // The host the caller named, so that links in answers lead back here; nothing is routed by it.
        to.authority(from.authority());
        if (!hasBody && !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH))) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        to.setChunked(hasBody && !headers.contains(HttpHeaders.CONTENT_LENGTH));
    }

    /** From the service's answer to ours. */
    static void pass(HttpClientResponse from, HttpServerResponse to, HttpServerRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(from.headers());
        removeHopByHop(headers);
        NOT_FOR_CALLERS.forEach(headers::remove);
        SecurityHeaders.NAMES.forEach(headers::remove);
        if (isBodiless(from.statusCode())) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        boolean personal = request.headers().contains(HttpHeaders.AUTHORIZATION);
        if (personal && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        Compression.choose(headers);
        to.setStatusCode(from.statusCode());
        to.headers().remove(HttpHeaders.CONTENT_ENCODING).addAll(headers);
        boolean framed = isBodiless(from.statusCode()) || headers.contains(HttpHeaders.CONTENT_LENGTH);
        to.setChunked(!framed && !isHead(request));
    }

    /** RFC 9110, 6.4.1. */
    static boolean isBodiless(int status) {
        return status == 204 || status == 304;
    }

    static boolean isHead(HttpServerRequest request) {
        return HttpMethod.HEAD.equals(request.method());
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",", -1)) {
                String header = name.strip();
                if (!header.isEmpty() && !NEVER_NAMED.contains(header.toLowerCase(Locale.ROOT))) {
                    headers.remove(header);
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
