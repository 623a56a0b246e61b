package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.route.Failures.BodyTooLarge;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: none, one that is kept until the answer comes, or one that is passed on as it comes. An ordinary
 * body is read before a connection is taken for it, so that who sends slowly takes nothing from others.
 */
final class Upload {

    private enum Kind {
        NONE,
        KEPT,
        STREAMED
    }

    private static final Set<HttpMethod> BODILESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.DELETE);
    private static final long UNKNOWN = -1;

    private final HttpServerRequest request;
    private final long maxBytes;
    private final KeptBodies keptBodies;
    private final Runnable moved;
    private final long declaredBytes;
    private Kind kind;
    private Buffer kept = Buffer.buffer(0);
    private long taken;
    private boolean begun;
    private boolean held;
    private boolean over;
    private long bytes;

    Upload(HttpServerRequest request, Pace pace, KeptBodies keptBodies, Runnable moved) {
        this.request = request;
        this.maxBytes = pace.maxBodyBytes();
        this.keptBodies = keptBodies;
        this.moved = moved;
        this.declaredBytes = declaredBytes();
        this.kind = kindOf(pace);
    }

    private long declaredBytes() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            try {
                return Long.parseLong(length);
            } catch (NumberFormatException e) {
                return Long.MAX_VALUE;
            }
        }
        // HTTP/2 need not say that a body follows; by these methods none does that anyone would read.
        boolean none = request.version() == HttpVersion.HTTP_2
                ? BODILESS.contains(request.method()) || request.isEnded()
                : !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return none ? 0 : UNKNOWN;
    }

    private Kind kindOf(Pace pace) {
        if (declaredBytes == 0) {
            return Kind.NONE;
        }
        return !pace.isStream() || keptBodies.areSmall(declaredBytes) ? Kind.KEPT : Kind.STREAMED;
    }

    /** Completes when the request can be sent; stays open when the caller leaves before. */
    Future<Void> prepare() {
        if (declaredBytes != UNKNOWN && declaredBytes > maxBytes) {
            return Future.failedFuture(new BodyTooLarge());
        }
        switch (kind) {
            case NONE -> {
                request.resume();
                over = true;
            }
            case KEPT -> {
                return keep();
            }
            case STREAMED -> {}
        }
        return Future.succeededFuture();
    }

    /** Reads all of it, or as much as there is room for; the rest is passed on as it comes then. */
    private Future<Void> keep() {
        Promise<Void> read = Promise.promise();
        kept = Buffer.buffer();
        begin(
                buffer -> {
                    kept.appendBuffer(buffer);
                    if (!keptBodies.take(buffer.length())) {
                        kind = Kind.STREAMED;
                        held = true;
                        request.pause();
                        read.tryComplete();
                    } else {
                        taken += buffer.length();
                    }
                },
                read,
                read::tryComplete);
        return read.future();
    }

    private void begin(Handler<Buffer> next, Promise<Void> result, Runnable end) {
        if (!begun) {
            begun = true;
            invite();
        }
        held = false;
        request.handler(buffer -> {
            moved.run();
            bytes += buffer.length();
            if (bytes > maxBytes) {
                result.tryFail(new BodyTooLarge());
            } else {
                next.handle(buffer);
            }
        });
        request.endHandler(ended -> {
            over = true;
            end.run();
        });
        request.resume();
    }

    /** Fails when the caller sends more than it may. */
    Future<Void> sendOver(HttpClientRequest out) {
        switch (kind) {
            case NONE -> out.end();
            case KEPT -> out.end(kept);
            case STREAMED -> {
                return stream(out);
            }
        }
        return Future.succeededFuture();
    }

    private Future<Void> stream(HttpClientRequest out) {
        Promise<Void> sent = Promise.promise();
        if (kept.length() > 0) {
            out.write(kept);
        }
        begin(
                buffer -> {
                    out.write(buffer);
                    if (out.writeQueueFull()) {
                        held = true;
                        request.pause();
                        out.drainHandler(drained -> {
                            held = false;
                            moved.run();
                            request.resume();
                        });
                    }
                },
                sent,
                () -> {
                    out.end();
                    sent.tryComplete();
                });
        return sent.future();
    }

    /** The caller may wait for a sign before it sends its body; all checks are behind us, so we give it. */
    private void invite() {
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
    }

    /** Whether the connection is broken off for the caller's bytes, such as a chunk of a size that is none. */
    static boolean isMalformed(@Nullable Throwable cause) {
        return cause instanceof DecoderException || cause instanceof IllegalArgumentException;
    }

    boolean isPresent() {
        return kind != Kind.NONE;
    }

    /** Whether all of it has come in. */
    boolean isOver() {
        return over;
    }

    /** Whether nothing of it is gone yet. */
    boolean isRepeatable() {
        return kind != Kind.STREAMED || !begun;
    }

    boolean waitsForCaller() {
        return begun && !over && !held;
    }

    void letGo() {
        keptBodies.letGo(taken);
        taken = 0;
        kept = Buffer.buffer(0);
    }
}
