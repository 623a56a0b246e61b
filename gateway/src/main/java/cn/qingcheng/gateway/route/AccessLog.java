package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.TokenCheck;
import cn.qingcheng.gateway.identity.TokenHolder;
import cn.qingcheng.gateway.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One JSON object for each request, by which it is found again in the logs of the services; no token, no person's name. */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("cn.qingcheng.gateway.access");
    // Of all other parameters only the name is written: any value may be somebody's.
    private static final Set<String> PLAIN_PARAMETERS =
            Set.of("pageSize", "sort", "status", "kind", "year", "period", "format", "from", "to");

    /** Writes when the request is over, however it ends. */
    void follow(RoutingContext context) {
        long startNanos = System.nanoTime();
        context.addEndHandler(ended -> LOG.info(line(context, ended.succeeded(), System.nanoTime() - startNanos)));
    }

    private String line(RoutingContext context, boolean complete, long nanos) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        SocketAddress remote = request.remoteAddress();
        TokenHolder holder = TokenCheck.holderOf(context);
        return new JsonObject()
                .put("correlationId", request.getHeader(Problems.CORRELATION_ID))
                .put("traceparent", request.getHeader(Trace.TRACEPARENT))
                .put("address", remote == null ? null : remote.hostAddress())
                .put("client", holder == null ? null : holder.client())
                .put("subject", holder == null ? null : holder.subject())
                .put("method", request.method().name())
                .put("path", request.path())
                .put("query", plain(request.query()))
                .put("status", response.getStatusCode())
                .put("complete", complete)
                .put("bytesIn", request.bytesRead())
                .put("bytesOut", response.bytesWritten())
                .put("micros", nanos / 1_000)
                .encode();
    }

    static @Nullable String plain(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1))
                        .map(AccessLog::plainParameter)
                        .collect(Collectors.joining("&"));
    }

    private static String plainParameter(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (PLAIN_PARAMETERS.contains(name)) {
            return parameter;
        }
        // What has no "=" may be a value that lost its name.
        return equals < 0 ? "*" : name + "=*";
    }
}
