package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.upstream.Lease;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on their way. Sees every byte pass in either direction, and breaks the exchange off when
 * it stands still too long, lasts too long or brings too much. All of it runs on one event loop, so nothing is locked.
 */
final class Exchange {

    private static final String KEY = Exchange.class.getName();

    private final Vertx vertx;
    private final Pace pace;
    private final long startNanos = System.nanoTime();
    private long lastMoveNanos = startNanos;
    private long uploadedBytes;
    private @Nullable WatchedStream upload;
    private @Nullable Lease lease;
    private @Nullable GatewayProblem fault;
    private long timer;
    private boolean over;

    private Exchange(Vertx vertx, Pace pace) {
        this.vertx = vertx;
        this.pace = pace;
    }

    /** Begins to watch, from the request's body on. */
    static Exchange begin(Vertx vertx, Pace pace, ProxyContext context) {
        Exchange exchange = new Exchange(vertx, pace);
        context.set(KEY, exchange);
        exchange.watchUpload(context.request());
        exchange.arm(pace.idle());
        return exchange;
    }

    private void watchUpload(ProxyRequest request) {
        if (hasBody(request.headers())) {
            Body body = request.getBody();
            WatchedStream watched = new WatchedStream(body.stream(), this::uploaded);
            upload = watched;
            request.setBody(Body.body(watched, body.length()));
        } else {
            request.setBody(null);
            request.proxiedRequest().resume();
        }
    }

    private static boolean hasBody(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !"0".equals(length));
    }

    static Exchange of(ProxyContext context) {
        Exchange exchange = context.get(KEY, Exchange.class);
        if (exchange == null) {
            throw new IllegalStateException("The exchange has not begun");
        }
        return exchange;
    }

    /** The exchange goes on over this connection; one it used before, or that comes after its end, is given back. */
    HttpClientRequest over(Lease newLease) {
        giveBack();
        lease = newLease;
        if (over || fault != null) {
            newLease.request().reset();
        }
        if (over) {
            giveBack();
        }
        return newLease.request();
    }

    /** Whether the body is, as far as it says beforehand, no larger than allowed. */
    boolean admit(@Nullable Body body) {
        if (body != null && body.length() > pace.maxBodyBytes()) {
            breakOff(GatewayProblem.BODY_TOO_LARGE);
        }
        return fault == null;
    }

    /** Whether the whole request can be sent once more, because it had no body that is now gone. */
    boolean isRepeatable() {
        return upload == null && fault == null;
    }

    Body watch(Body answer, HttpServerRequest request) {
        lastMoveNanos = System.nanoTime();
        WatchedStream watched =
                new WatchedStream(answer.stream(), this::answered, tellCaller -> cutOff(request, tellCaller));
        return Body.body(watched, answer.length());
    }

    /**
     * Closes the caller's connection, so that it sees that the answer is incomplete. It would be closed anyhow, but in a
     * way by which Quarkus never hears that the request is over, and would wait for it when it shuts down.
     */
    private void cutOff(HttpServerRequest request, Runnable tellCaller) {
        end();
        if (request.response().closed()) {
            tellCaller.run();
        } else {
            request.connection().closeHandler(closed -> tellCaller.run());
            request.connection().close();
        }
    }

    /** Why the gateway itself broke off, if it did. */
    Optional<GatewayProblem> fault() {
        return Optional.ofNullable(fault);
    }

    long elapsedMillis() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }

    void end() {
        over = true;
        vertx.cancelTimer(timer);
        giveBack();
    }

    private boolean uploaded(Buffer buffer) {
        lastMoveNanos = System.nanoTime();
        uploadedBytes += buffer.length();
        if (uploadedBytes > pace.maxBodyBytes()) {
            breakOff(GatewayProblem.BODY_TOO_LARGE);
        }
        return fault == null;
    }

    private boolean answered(Buffer buffer) {
        lastMoveNanos = System.nanoTime();
        return true;
    }

    private void arm(Duration delay) {
        timer = vertx.setTimer(Math.max(1, delay.toMillis()), elapsed -> look());
    }

    /** Looks only when time may be up, so that a buffer that passes costs no more than a glance at the clock. */
    private void look() {
        if (over) {
            return;
        }
        long now = System.nanoTime();
        long left = Math.min(
                pace.idle().toNanos() - (now - lastMoveNanos), pace.total().toNanos() - (now - startNanos));
        if (left > 0) {
            arm(Duration.ofNanos(left).plusMillis(1));
        } else {
            breakOff(waitsForCaller() ? GatewayProblem.UPLOAD_STALLED : GatewayProblem.SERVICE_TOO_SLOW);
        }
    }

    private boolean waitsForCaller() {
        return upload != null && !upload.isEnded() && !upload.isHeld();
    }

    private void breakOff(GatewayProblem reason) {
        if (fault == null) {
            fault = reason;
            if (lease != null) {
                lease.request().reset();
            }
        }
    }

    private void giveBack() {
        if (lease != null) {
            lease.giveBack();
        }
    }
}
