package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.CallerHeaders;
import cn.qingcheng.gateway.identity.TokenCheck;
import cn.qingcheng.gateway.identity.TokenHolder;
import cn.qingcheng.gateway.problem.Problems;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One JSON object for each request, by which it is found again in the logs of the services; no token, no person's name.
 * What ends in one turn of the event loop is written at once, for each writing takes a lock and a call of the system.
 */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("cn.qingcheng.gateway.access");
    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializableString LINE_BREAK = new SerializedString("\n");
    private static final int LINE_LENGTH = 512;
    private static final DateTimeFormatter TO_MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    // Of all other parameters only the name is written: any value may be somebody's.
    private static final Set<String> PLAIN_PARAMETERS =
            Set.of("pageSize", "sort", "status", "kind", "year", "period", "format", "from", "to");

    private final Queue<Ended> unwritten = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writesSoon = new AtomicBoolean();
    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    /** Writes when the request is over, however it ends. */
    void follow(RoutingContext context) {
        long startNanos = System.nanoTime();
        context.addEndHandler(result -> {
            unwritten.add(new Ended(context, result.succeeded(), System.nanoTime() - startNanos));
            if (writesSoon.compareAndSet(false, true)) {
                context.vertx().runOnContext(afterThisTurn -> write());
            }
        });
    }

    private void write() {
        // Before the first is taken: who ends later sees to it that this is done again.
        writesSoon.set(false);
        StringWriter lines = new StringWriter(LINE_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(lines).setRootValueSeparator(LINE_BREAK)) {
            String now = TO_MILLISECONDS.format(clock.instant());
            for (Ended ended = unwritten.poll(); ended != null; ended = unwritten.poll()) {
                json.writeStartObject();
                json.writeStringField("timestamp", now);
                json.writeObjectFieldStart("access");
                describe(ended, json);
                json.writeEndObject();
                json.writeEndObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Into memory", e);
        }
        // Another loop's turn may have taken them all.
        if (!lines.getBuffer().isEmpty()) {
            LOG.info(lines);
        }
    }

    private static void describe(Ended ended, JsonGenerator json) throws IOException {
        HttpServerRequest request = ended.context().request();
        HttpServerResponse response = request.response();
        TokenHolder holder = TokenCheck.holderOf(ended.context());
        json.writeStringField("correlationId", request.getHeader(Problems.CORRELATION_ID));
        json.writeStringField("traceparent", request.getHeader(Trace.TRACEPARENT));
        json.writeStringField("address", CallerHeaders.address(request.remoteAddress()));
        if (holder != null) {
            json.writeStringField("client", holder.client());
            json.writeStringField("subject", holder.subject());
        }
        json.writeStringField("method", request.method().name());
        json.writeStringField("path", request.path());
        if (request.query() != null) {
            json.writeStringField("query", plain(request.query()));
        }
        json.writeNumberField("status", response.getStatusCode());
        String refusedFor = request.getHeader(Problems.REFUSED_FOR);
        if (refusedFor != null) {
            json.writeStringField("refusedFor", refusedFor);
        }
        json.writeBooleanField("complete", ended.complete());
        json.writeNumberField("bytesIn", request.bytesRead());
        json.writeNumberField("bytesOut", response.bytesWritten());
        json.writeNumberField("micros", ended.nanos() / 1_000);
    }

    static String plain(String query) {
        return Arrays.stream(query.split("&", -1))
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

    private record Ended(RoutingContext context, boolean complete, long nanos) {}
}
