package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.route.Failures.BodyTooLarge;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request: none, a small one that is kept until the answer comes, or one that is passed on as it comes. */
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
    private final Kind kind;
    private @Nullable Buffer kept;
    private boolean tooLarge;
    private boolean begun;
    private boolean held;
    private boolean over;
    private boolean letGo;
    private long bytes;

    Upload(HttpServerRequest request, long maxBytes, KeptBodies keptBodies, Runnable moved) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.keptBodies = keptBodies;
        this.moved = moved;
        this.declaredBytes = declaredBytes();
        this.kind = kindOf();
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

    private Kind kindOf() {
        if (declaredBytes == 0) {
            return Kind.NONE;
        }
        tooLarge = declaredBytes > maxBytes;
        return !tooLarge && declaredBytes != UNKNOWN && keptBodies.take(declaredBytes) ? Kind.KEPT : Kind.STREAMED;
    }

    /** Completes when the request can be sent; stays open when the caller leaves before. */
    Future<Void> prepare() {
        if (tooLarge) {
            return Future.failedFuture(new BodyTooLarge());
        }
        if (kind == Kind.STREAMED) {
            return Future.succeededFuture();
        }
        if (kind == Kind.NONE) {
            request.resume();
            over = true;
            return Future.succeededFuture();
        }
        begun = true;
        invite();
        Promise<Void> read = Promise.promise();
        request.body().onSuccess(body -> {
            kept = body;
            over = true;
            moved.run();
            read.complete();
        });
        request.resume();
        return read.future();
    }

    /** Fails when the caller sends more than it may. */
    Future<Void> sendOver(HttpClientRequest out) {
        Buffer body = kept;
        if (body != null) {
            out.end(body);
        } else if (kind == Kind.NONE) {
            out.end();
        } else {
            return stream(out);
        }
        return Future.succeededFuture();
    }

    private Future<Void> stream(HttpClientRequest out) {
        begun = true;
        Promise<Void> sent = Promise.promise();
        request.handler(buffer -> {
            moved.run();
            bytes += buffer.length();
            if (bytes > maxBytes) {
                sent.tryFail(new BodyTooLarge());
                return;
            }
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
        });
        request.endHandler(end -> {
            over = true;
            out.end();
            sent.tryComplete();
        });
        invite();
        request.resume();
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
        if (kind == Kind.KEPT && !letGo) {
            letGo = true;
            kept = null;
            keptBodies.letGo(declaredBytes);
        }
    }
}
