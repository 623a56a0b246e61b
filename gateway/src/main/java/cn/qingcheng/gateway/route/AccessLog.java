package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.CallerHeaders;
import cn.qingcheng.gateway.identity.TokenCheck;
import cn.qingcheng.gateway.identity.TokenHolder;
import cn.qingcheng.gateway.problem.Problems;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One JSON object for each request, by which it is found again in the logs of the services; no token, no person's name. */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("cn.qingcheng.gateway.access");
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LINE_LENGTH = 512;
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
        TokenHolder holder = TokenCheck.holderOf(context);
        StringWriter line = new StringWriter(LINE_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("correlationId", request.getHeader(Problems.CORRELATION_ID));
            json.writeStringField("traceparent", request.getHeader(Trace.TRACEPARENT));
            json.writeStringField("address", CallerHeaders.address(request.remoteAddress()));
            json.writeStringField("client", holder == null ? null : holder.client());
            json.writeStringField("subject", holder == null ? null : holder.subject());
            json.writeStringField("method", request.method().name());
            json.writeStringField("path", request.path());
            json.writeStringField("query", plain(request.query()));
            json.writeNumberField("status", response.getStatusCode());
            json.writeStringField("refusedFor", request.getHeader(Problems.REFUSED_FOR));
            json.writeBooleanField("complete", complete);
            json.writeNumberField("bytesIn", request.bytesRead());
            json.writeNumberField("bytesOut", response.bytesWritten());
            json.writeNumberField("micros", nanos / 1_000);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Into memory", e);
        }
        return line.toString();
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
