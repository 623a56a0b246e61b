package cn.qingcheng.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Set;

/** What a browser is told to refuse, said with every answer; a service's own word on it is not passed on. */
final class SecurityHeaders {

    static final Set<String> NAMES = Set.of(
            "Content-Security-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options");

    // Encoded once, as every answer has them.
    private static final Map<CharSequence, CharSequence> FOR_ALL = Map.of(
            HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("X-Frame-Options"), HttpHeaders.createOptimized("DENY"),
            HttpHeaders.createOptimized("Referrer-Policy"), HttpHeaders.createOptimized("no-referrer"));
    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final String NO_OTHER_BASE = "; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final CharSequence DATA_POLICY = HttpHeaders.createOptimized("default-src 'none'" + NO_OTHER_BASE);
    // The page of the documents has its script inside, and asks the issuer, whose address is a setting, for a token.
    private static final CharSequence PAGE_POLICY =
            HttpHeaders.createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src *" + NO_OTHER_BASE);

    private SecurityHeaders() {}

    static void write(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        FOR_ALL.forEach(headers::set);
        headers.set(POLICY, isPage(request.path()) ? PAGE_POLICY : DATA_POLICY);
        if ("https".equals(request.scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static boolean isPage(String path) {
        return path.equals("/") || path.equals("/docs") || path.startsWith("/docs/");
    }
}
