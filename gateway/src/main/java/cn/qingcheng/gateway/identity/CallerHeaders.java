package cn.qingcheng.gateway.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final List<String> STRUCK_PREFIXES = List.of(
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
     * Whether a header of that name is struck out.
     *
     * @param name in lower case
     */
    public static boolean isStruck(String name) {
        // Some servers read an underscore as a hyphen, so that a name with one can pose as another.
        return name.indexOf('_') >= 0 || STRUCK.contains(name) || startsLikeStruck(name);
    }

    private static boolean startsLikeStruck(String name) {
        for (String prefix : STRUCK_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Says anew where the request came from. */
    public static void write(HttpServerRequest request, MultiMap headers) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return;
        }
        headers.set("X-Forwarded-For", address(request.remoteAddress()));
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", authority.toString());
    }

    /** Whence the request came, or {@code unknown} (RFC 7239, 6.2), as when a balancer in front of us says no address. */
    public static String address(@Nullable SocketAddress remote) {
        String address = remote == null ? null : remote.hostAddress();
        return address == null ? "unknown" : address;
    }
}
