package cn.qingcheng.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** What a browser is told to refuse, said with every answer; a service's own word on it is not passed on. */
final class SecurityHeaders {

    static final Set<String> NAMES = Set.of(
            "Content-Security-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options");

    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    // The page of the documents has its script inside, and asks the issuer, whose address is a setting, for a token.
    private static final String PAGE_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src *; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void write(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", isPage(request.path()) ? PAGE_POLICY : DATA_POLICY);
        if ("https".equals(request.scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static boolean isPage(String path) {
        return path.equals("/") || path.equals("/docs") || path.startsWith("/docs/");
    }
}
