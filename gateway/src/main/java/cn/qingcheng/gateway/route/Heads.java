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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the head of a request right for the service, and that of an answer right for the caller. Takes out, both ways,
 * what is meant for the next hop only (RFC 9110, 7.6.1), and what one side should not hear.
 */
final class Heads {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "http2-settings",
            "upgrade");
    // Besides these, what we say anew, or did already.
    private static final Set<String> NOT_FOR_SERVICES = hopByHopAnd(Stream.of("host", "expect"));
    private static final Set<String> NOT_FOR_CALLERS = hopByHopAnd(Stream.concat(
            Stream.of("server", "x-powered-by", "x-correlation-id"),
            SecurityHeaders.NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT))));
    // A caller must not have us drop its body's framing, who it is, or what else a request means to us and the service.
    private static final Set<String> NEVER_NAMED = Set.of(
            "authorization",
            "content-length",
            "content-type",
            "host",
            "idempotency-key",
            "if-match",
            "if-none-match",
            Trace.TRACEPARENT,
            Problems.CORRELATION_ID.toLowerCase(Locale.ROOT));

    // What services say with every answer.
    private static final List<String> USUAL = List.of("keep-alive");

    private Heads() {}

    private static Set<String> hopByHopAnd(Stream<String> others) {
        return Stream.concat(HOP_BY_HOP.stream(), others).collect(Collectors.toUnmodifiableSet());
    }

    /** From the caller's request to ours; the body's framing is carried over too. */
    static void pass(HttpServerRequest from, HttpClientRequest to, String path, boolean hasBody) {
        String query = from.query();
        to.setMethod(from.method()).setURI(query == null ? path : path + "?" + query);
        MultiMap headers = to.headers();
        copy(from.headers(), headers, name -> NOT_FOR_SERVICES.contains(name) || CallerHeaders.isStruck(name));
        CallerHeaders.write(from, headers);
        // The host the caller named, so that links in answers lead back here; nothing is routed by it.
        to.authority(from.authority());
        if (!hasBody && !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH))) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        to.setChunked(hasBody && !headers.contains(HttpHeaders.CONTENT_LENGTH));
    }

    /** From the service's answer to ours. */
    static void pass(HttpClientResponse from, HttpServerResponse to, HttpServerRequest request) {
        MultiMap headers = to.headers().remove(HttpHeaders.CONTENT_ENCODING);
        copy(from.headers(), headers, NOT_FOR_CALLERS::contains);
        if (isBodiless(from.statusCode())) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        boolean personal = request.headers().contains(HttpHeaders.AUTHORIZATION);
        if (personal && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        Compression.choose(headers);
        to.setStatusCode(from.statusCode());
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

    /** All but those held back, whose names come in lower case, and those that the sender names as for one hop only. */
    private static void copy(MultiMap from, MultiMap to, Predicate<String> heldBack) {
        Set<String> named = namedForOneHop(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!heldBack.test(name) && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static Set<String> namedForOneHop(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.isEmpty() || values.equals(USUAL)) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String value : values) {
            for (String name : value.toLowerCase(Locale.ROOT).split(",", -1)) {
                named.add(name.strip());
            }
        }
        named.removeAll(NEVER_NAMED);
        return named;
    }
}
