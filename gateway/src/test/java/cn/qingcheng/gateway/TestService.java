package cn.qingcheng.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An instance of a service: tells what it received, and misbehaves as asked by the last segment of the path. */
public final class TestService {

    private static final Buffer MEBIBYTE = Buffer.buffer(new byte[1 << 20]);

    private final Vertx vertx;
    private final String name;
    private final Set<String> cutBefore = ConcurrentHashMap.newKeySet();
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();

    private TestService(Vertx vertx, String name) {
        this.vertx = vertx;
        this.name = name;
    }

    /** Returns the port it listens on. */
    public static int start(Vertx vertx, String name, int port) {
        TestService service = new TestService(vertx, name);
        return vertx.createHttpServer()
                .requestHandler(service::handle)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void handle(HttpServerRequest request) {
        authorizations.addAll(request.headers().getAll("Authorization"));
        if (request.path().equals("/q/health/ready")) {
            probes.incrementAndGet();
            request.response().end();
            return;
        }
        requests.incrementAndGet();
        request.response().putHeader("X-Instance", name);
        String path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "probes" -> request.response().end(probes.toString());
            case "authorizations" -> request.response().end(authorizations.toString());
            case "echo-body" -> echoBody(request);
            case "count" -> count(request);
            case "slow-reader" -> readSlowly(request);
            case "download" -> download(request, Integer.parseInt(request.getParam("mebibytes")));
            case "never" -> request.resume();
            case "answer-early" -> request.response().setStatusCode(422).end("no need to read on");
            case "half" -> {
                request.response().setChunked(true).write("half of an answer");
                vertx.setTimer(100, later -> request.connection().close());
            }
            case "stuck" -> request.response().setChunked(true).write("and then nothing");
            case "cut" -> request.connection().close();
            case "cut-once" -> {
                if (cutBefore.add(request.getParam("id"))) {
                    request.connection().close();
                } else {
                    describe(request);
                }
            }
            case "under-way-once" -> {
                if (cutBefore.add(request.getParam("id"))) {
                    request.connection().close();
                } else if (cutBefore.add(request.getParam("id") + " again")) {
                    request.response()
                            .setStatusCode(409)
                            .putHeader("Retry-After", "1")
                            .end();
                } else {
                    describe(request);
                }
            }
            case "work" -> vertx.setTimer(100, done -> request.response().end("done"));
            case "events" -> tellEvents(request);
            case "text" -> {
                request.response().putHeader("Content-Type", request.getParam("type"));
                if (request.getParam("etag") != null) {
                    request.response().putHeader("ETag", "\"7\"");
                }
                request.response().end("a".repeat(Integer.parseInt(request.getParam("bytes"))));
            }
            case "framed" ->
                request.response()
                        .putHeader("X-Frame-Options", "ALLOWALL")
                        .putHeader("Content-Security-Policy", "default-src *")
                        .end();
            case "conflict" ->
                request.response()
                        .setStatusCode(409)
                        .putHeader("Retry-After", "1")
                        .end();
            case "hop" -> {
                request.response()
                        .putHeader("Connection", "X-Inner, keep-alive")
                        .putHeader("X-Inner", "secret")
                        .putHeader("Keep-Alive", "timeout=99")
                        .putHeader("Proxy-Authenticate", "Basic")
                        .putHeader("Server", "inner/1.0")
                        .putHeader("X-Correlation-Id", "of-the-service")
                        .putHeader("ETag", "\"7\"");
                describe(request);
            }
            case "no-content" -> request.response().setStatusCode(204).end();
            case "not-modified" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "problem" ->
                request.response()
                        .setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"code\":\"ILLEGAL_TRANSITION\"}");
            default -> describe(request);
        }
    }

    private void describe(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            for (String header : request.headers().names()) {
                headers.put(
                        header.toLowerCase(java.util.Locale.ROOT),
                        new JsonArray(request.headers().getAll(header)));
            }
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("instance", name)
                            .put("requests", requests.get())
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .encode());
        });
    }

    /** One every 50 ms until the reader leaves. */
    private void tellEvents(HttpServerRequest request) {
        request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write("data: 0\n\n");
        AtomicInteger number = new AtomicInteger();
        long timer =
                vertx.setPeriodic(50, tick -> request.response().write("data: " + number.incrementAndGet() + "\n\n"));
        request.response().closeHandler(left -> vertx.cancelTimer(timer));
    }

    private static void echoBody(HttpServerRequest request) {
        request.response().setChunked(true);
        request.pipeTo(request.response());
    }

    private static void count(HttpServerRequest request) {
        AtomicLong bytes = new AtomicLong();
        request.handler(buffer -> bytes.addAndGet(buffer.length()));
        request.endHandler(end -> request.response().end(bytes.toString()));
    }

    /** Reads nothing for a second and a half, then all. */
    private void readSlowly(HttpServerRequest request) {
        request.pause();
        count(request);
        request.pause();
        vertx.setTimer(1_500, later -> request.resume());
    }

    private static void download(HttpServerRequest request, int mebibytes) {
        request.response().setChunked(true);
        AtomicInteger left = new AtomicInteger(mebibytes);
        Runnable more = () -> {
            while (left.get() > 0 && !request.response().writeQueueFull()) {
                left.decrementAndGet();
                request.response().write(MEBIBYTE);
            }
            if (left.get() == 0 && !request.response().ended()) {
                request.response().end();
            }
        };
        request.response().drainHandler(drained -> more.run());
        more.run();
    }
}
