package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.EarlyAnswer;
import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import cn.qingcheng.gateway.upstream.Instance;
import cn.qingcheng.gateway.upstream.Lease;
import cn.qingcheng.gateway.upstream.Upstream;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on their way. Every byte is passed on as it comes, at the speed of the slower side; a small
 * body is kept, so that the request can be sent again to another instance. Breaks off what stands still too long, lasts
 * too long or brings too much. All of it runs on one event loop, so nothing is locked, and all of it ends in one place,
 * {@link #end}, so that a connection is given back however the exchange ends.
 */
final class Exchange {

    /** To the services of one kind: what all exchanges share. */
    record Passage(
            Vertx vertx,
            Upstream upstream,
            RouteSettings.Limits limits,
            Set<Exchange> underWay,
            KeptBodies keptBodies,
            Problems problems,
            Failures failures) {}

    private static final long UNKNOWN = -1;
    private static final int SENDINGS_ALLOWED = 8;
    private static final long PAUSE_WHILE_UNDER_WAY_MILLIS = 250;

    private final Passage passage;
    private final Context context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final String path;
    private final Pace pace;
    private final Upload upload;
    private final long startNanos = System.nanoTime();
    private long lastMoveNanos = startNanos;
    private int sendings;
    private @Nullable Lease lease;
    private long answerBytes;
    private @Nullable Buffer tail;
    private boolean answered;
    private boolean over;

    private Exchange(Passage passage, HttpServerRequest request, String path) {
        this.passage = passage;
        this.context = passage.vertx().getOrCreateContext();
        this.request = request;
        this.response = request.response();
        this.path = path;
        this.pace = Pace.of(request, passage.limits());
        this.upload = new Upload(request, pace, passage.keptBodies(), () -> lastMoveNanos = System.nanoTime());
    }

    /**
     * Passes the request on and its answer back.
     *
     * @param path what to ask the service for
     */
    static void begin(Passage passage, RoutingContext context, String path) {
        Exchange exchange = new Exchange(passage, context.request(), path);
        // However it ends: answered, the caller gone, or the connection lost.
        context.addEndHandler(ended -> exchange.end(ended.cause()));
        passage.underWay().add(exchange);
        exchange.upload.prepare().onSuccess(ready -> exchange.connect(null)).onFailure(exchange::fail);
    }

    private void connect(@Nullable Instance spared) {
        if (over) {
            return;
        }
        sendings++;
        passage.upstream().lease(spared).onComplete(result -> {
            if (result.failed()) {
                fail(result.cause());
            } else if (over) {
                result.result().abandon();
            } else {
                send(result.result());
            }
        });
    }

    private void send(Lease connection) {
        lease = connection;
        HttpClientRequest out = connection.request();
        Heads.pass(request, out, path, upload.isPresent());
        out.response().onComplete(result -> answer(connection, result));
        upload.sendOver(out).onFailure(this::fail);
    }

    private void answer(Lease connection, AsyncResult<HttpClientResponse> result) {
        if (over || connection != lease) {
            return;
        }
        Instance instance = connection.instance();
        if (result.failed()) {
            instance.failed();
            connection.giveBack();
            if (mayRepeat() && Repeat.isHarmless(request)) {
                connect(instance);
            } else {
                fail(result.cause());
            }
            return;
        }
        HttpClientResponse answer = result.result();
        if (Repeat.isLeaving(answer)) {
            instance.leaves();
        }
        if (Repeat.wasTurnedAway(answer) && mayRepeat()) {
            discard(connection, answer);
            connect(instance);
        } else if (sendings > 1 && Repeat.isStillUnderWay(answer) && mayRepeat()) {
            discard(connection, answer);
            passage.vertx().setTimer(PAUSE_WHILE_UNDER_WAY_MILLIS, later -> connect(null));
        } else {
            instance.succeeded();
            pass(answer);
        }
    }

    private boolean mayRepeat() {
        return upload.isRepeatable() && sendings < SENDINGS_ALLOWED;
    }

    private static void discard(Lease connection, HttpClientResponse answer) {
        answer.resume();
        connection.giveBack();
    }

    private void pass(HttpClientResponse answer) {
        lastMoveNanos = System.nanoTime();
        answer.exceptionHandler(brokenOff -> cutOff());
        Heads.pass(answer, response, request);
        if (!upload.isOver()) {
            EarlyAnswer.announce(request);
        }
        if (Heads.isBodiless(answer.statusCode()) || Heads.isHead(request)) {
            complete();
        } else {
            answer.endHandler(end -> complete());
            stream(answer);
        }
    }

    private void complete() {
        answered = true;
        if (lease != null && upload.isOver()) {
            lease.giveBack();
        }
        Buffer last = tail;
        if (last == null) {
            response.end();
        } else {
            response.end(last);
        }
    }

    /** Passes buffer after buffer on, and lets the service wait while the caller does not read. */
    private void stream(HttpClientResponse answer) {
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        long allBytes = length == null ? UNKNOWN : Long.parseLong(length);
        answer.handler(buffer -> {
            lastMoveNanos = System.nanoTime();
            answerBytes += buffer.length();
            if (answerBytes == allBytes) {
                // The end comes at once, and goes out with it.
                tail = buffer;
                return;
            }
            response.write(buffer);
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(drained -> {
                    lastMoveNanos = System.nanoTime();
                    answer.resume();
                });
            }
        });
    }

    /** Called again and again, from any thread: dearer would be a timer for each exchange. */
    void look() {
        if (isTimeUp()) {
            context.runOnContext(own -> lookClosely());
        }
    }

    private boolean isTimeUp() {
        long now = System.nanoTime();
        return now - lastMoveNanos > pace.idle().toNanos()
                || now - startNanos > pace.total().toNanos();
    }

    /** Once at most, and only while it is under way. */
    private void lookClosely() {
        if (isTimeUp() && passage.underWay().remove(this)) {
            stop();
        }
    }

    private void stop() {
        Lease slow = lease;
        if (upload.waitsForCaller()) {
            fail(GatewayProblem.UPLOAD_STALLED, null);
        } else if (response.writeQueueFull()) {
            // The caller does not read what the service sends.
            cutOff();
        } else {
            if (slow != null && !response.headWritten()) {
                slow.instance().failed();
            }
            fail(GatewayProblem.SERVICE_TOO_SLOW, null);
        }
    }

    private void fail(Throwable cause) {
        fail(Failures.problemOf(cause), cause);
    }

    private void fail(GatewayProblem problem, @Nullable Throwable cause) {
        if (over) {
            return;
        }
        passage.failures().tell(passage.upstream().service(), request, problem, cause);
        if (response.headWritten()) {
            cutOff();
        } else {
            abandon();
            passage.problems().send(request, problem);
        }
    }

    /** The caller must see that the answer is incomplete: no last chunk, but an end of the connection or the stream. */
    private void cutOff() {
        if (over) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
        end();
    }

    private void end(@Nullable Throwable cause) {
        if (Upload.isMalformed(cause)) {
            fail(GatewayProblem.MALFORMED_REQUEST, cause);
        }
        end();
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        passage.underWay().remove(this);
        if (answered && upload.isOver() && lease != null) {
            lease.giveBack();
        } else {
            abandon();
            EarlyAnswer.stopUpload(passage.vertx(), request);
        }
        upload.letGo();
    }

    private void abandon() {
        Lease abandoned = lease;
        if (abandoned != null) {
            // First, because the end of the connection is reported to answer() at once.
            lease = null;
            abandoned.abandon();
        }
    }
}
