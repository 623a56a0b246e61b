package cn.qingcheng.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;

/**
 * Which answers are worth compressing. Nothing is compressed that must arrive row by row, nor what carries an ETag: the
 * compressed bytes would need another one, and callers hand it back in {@code If-Match}.
 */
final class Compression {

    private static final Set<String> TYPES = Set.of(
            "application/json", "application/problem+json", "application/yaml", "text/csv", "text/html", "text/plain");
    private static final long MIN_BYTES = 1_024;

    private Compression() {}

    /** Vert.x compresses what the caller accepts, unless the answer says that it has an encoding already. */
    static void choose(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        if (!isWorthwhile(headers)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            return;
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static boolean isWorthwhile(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return type != null
                && TYPES.contains(type.split(";", 2)[0].strip())
                && !headers.contains(HttpHeaders.ETAG)
                && (length == null || Long.parseLong(length) >= MIN_BYTES);
    }
}
