package cn.qingcheng.gateway.route;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** The limits that hold for one request. */
record Pace(boolean isStream, Duration idle, Duration total, long maxBodyBytes) {

    private static final Set<String> ORDINARY = Set.of(
            "",
            "application/json",
            "application/merge-patch+json",
            "application/problem+json",
            "application/x-www-form-urlencoded");

    private static final Set<String> STREAMED = Set.of("application/x-ndjson", "text/csv", "text/event-stream");

    static Pace of(HttpServerRequest request, RouteSettings.Limits limits) {
        return isStream(request)
                ? new Pace(
                        true,
                        limits.streamIdleTimeout(),
                        limits.streamTotalTimeout(),
                        limits.maxStream().asLongValue())
                : new Pace(
                        false,
                        limits.answerTimeout(),
                        limits.totalTimeout(),
                        limits.maxBody().asLongValue());
    }

    private static boolean isStream(HttpServerRequest request) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        boolean asksForStream = accept != null && STREAMED.stream().anyMatch(accept::contains);
        return asksForStream || !ORDINARY.contains(essence(request.getHeader(HttpHeaders.CONTENT_TYPE)));
    }

    private static String essence(@org.jspecify.annotations.Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
