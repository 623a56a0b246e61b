package cn.qingcheng.gateway.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Set;

/**
 * What a caller says of itself besides its token is struck out: headers that some server somewhere takes for proof of
 * who calls, from where, or for which path. Where the request came from is then said anew, as we saw it.
 */
public final class CallerHeaders {

    private static final Set<String> STRUCK = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "client-ip",
            "remote-user",
            "x-remote-user",
            "x-remote-groups",
            "x-authenticated-user",
            "x-user",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-rewrite-url");
    private static final Set<String> STRUCK_PREFIXES = Set.of(
            "x-forwarded-",
            "x-original-",
            "x-auth-",
            "x-user-",
            "x-account-",
            "x-role",
            "x-qingcheng-",
            "x-ssl-",
            "x-client-cert",
            "ssl-client-");

    private CallerHeaders() {}

    /**
     * Strikes out and says anew.
     *
     * @param headers the headers on their way to the service
     */
    public static void cleanse(MultiMap headers, HttpServerRequest request) {
        headers.names().stream().filter(CallerHeaders::isStruck).toList().forEach(headers::remove);
        HostAndPort authority = request.authority();
        SocketAddress remote = request.remoteAddress();
        if (authority == null || remote == null) {
            return;
        }
        headers.set("X-Forwarded-For", remote.hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", authority.toString());
        headers.set(
                "Forwarded",
                "for=" + node(remote.hostAddress()) + ";proto=" + request.scheme() + ";host=\"" + authority + "\"");
    }

    private static boolean isStruck(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        // Some servers read an underscore as a hyphen, so that a name with one can pose as another.
        return name.indexOf('_') >= 0
                || STRUCK.contains(name)
                || STRUCK_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** RFC 7239, 6: an IPv6 address stands in brackets and quotes. */
    private static String node(String address) {
        return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
    }
}
