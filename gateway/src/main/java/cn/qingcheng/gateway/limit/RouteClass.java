package cn.qingcheng.gateway.limit;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** What a request costs, roughly: one upload of ten thousand rows is not one look at a list. */
public enum RouteClass {
    READ,
    WRITE,
    BULK;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** A stream counts as bulk only on its way up; an export is read. */
    static RouteClass of(HttpServerRequest request) {
        if (READS.contains(request.method())) {
            return READ;
        }
        String type = request.getHeader("Content-Type");
        boolean json = type == null || (type.contains("json") && !type.contains("ndjson"));
        return json ? WRITE : BULK;
    }

    LimitSettings.Quotas of(LimitSettings settings) {
        return switch (this) {
            case READ -> settings.read();
            case WRITE -> settings.write();
            case BULK -> settings.bulk();
        };
    }
}
