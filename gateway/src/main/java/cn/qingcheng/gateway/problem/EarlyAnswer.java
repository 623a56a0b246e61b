package cn.qingcheng.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * An answer before the end of the upload: read on for a moment, so that the caller gets to see the answer rather than a
 * reset, then close, so that nobody sends us a gigabyte for nothing.
 */
public final class EarlyAnswer {

    private static final int LINGER_MILLIS = 1_000;

    private EarlyAnswer() {}

    /** Before the head of the answer is written: tells that this connection will not be used again. */
    public static void announce(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Does nothing when all has been read already. */
    public static void stopUpload(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (declaresBody(request)) {
            request.handler(discarded -> {});
            vertx.setTimer(LINGER_MILLIS, elapsed -> close(request));
        }
        request.resume();
    }

    static boolean declaresBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static void close(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
