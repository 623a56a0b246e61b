package cn.qingcheng.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway as a process of its own, with 96 MiB of heap: how it ends, and how much memory it takes. */
class ProcessTest {

    private static final Buffer MEBIBYTE = Buffer.buffer(new byte[1 << 20]);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private int port;
    private int service;
    private Process gateway;
    private volatile boolean finished;

    @BeforeEach
    void start() {
        service = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        port = GatewayProcess.freePort();
        launch();
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.destroyForcibly();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatRunsIsFinishedAndWhoTriesAgainLosesNothing() throws Exception {
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(request("GET", "/talent/v1/long"), BodyHandlers.ofString());
        List<CompletableFuture<Void>> callers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> callOn(i % 2 == 0 ? "GET" : "POST"), task -> new Thread(task).start()))
                .toList();
        await().until(() -> calls.get() > 50);

        gateway.destroy();

        assertThat(running.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(gateway.waitFor(20, TimeUnit.SECONDS)).isTrue();
        launch();
        int before = calls.get();
        await().until(() -> calls.get() > before + 50);
        finished = true;
        callers.forEach(CompletableFuture::join);
        assertThat(lost).isEmpty();
        assertThatEachRequestLeftALineOfJson();
    }

    @Test
    void streamsTakeTheSameMemoryWhateverTheirLength() throws Exception {
        assertThat(download(64) + upload(64)).isEqualTo(128);
        long before = peakMebibytes();

        assertThat(download(1_024)).isEqualTo(1_024);
        assertThat(upload(500)).isEqualTo(500);

        assertThat(peakMebibytes() - before).isLessThan(48);
    }

    @Test
    void aCallerThatDoesNotReadHoldsTheServiceBack() throws Exception {
        try (InputStream unread = client.send(
                        request("GET", "/talent/v1/download?mebibytes=1024"), BodyHandlers.ofInputStream())
                .body()) {
            long before = peakMebibytes();

            await().during(Duration.ofSeconds(1)).until(() -> written.get() < 64);

            assertThat(peakMebibytes() - before).isLessThan(32);
            assertThat(unread.read()).isZero();
        }
        await().until(() -> left.get() == 1);
    }

    private void serve(HttpServerRequest request) {
        if (request.path().endsWith("/download")) {
            write(request.response(), Integer.parseInt(request.getParam("mebibytes")));
        } else if (request.path().endsWith("/upload")) {
            AtomicLong bytes = new AtomicLong();
            request.handler(buffer -> bytes.addAndGet(buffer.length()));
            request.endHandler(end -> request.response().end(Long.toString(bytes.get() >> 20)));
        } else {
            int millis = request.path().endsWith("/long") ? 1_500 : 10;
            vertx.setTimer(millis, done -> request.response().end("done"));
        }
    }

    private void write(HttpServerResponse response, int mebibytes) {
        written.set(0);
        response.setChunked(true).exceptionHandler(gone -> {}).closeHandler(gone -> left.incrementAndGet());
        Handler<Void> more = drained -> {
            while (written.get() < mebibytes && !response.writeQueueFull()) {
                written.incrementAndGet();
                response.write(MEBIBYTE);
            }
            if (written.get() == mebibytes && !response.ended()) {
                response.end();
            }
        };
        response.drainHandler(more);
        more.handle(null);
    }

    private long download(int mebibytes) throws Exception {
        String path = "/talent/v1/download?mebibytes=" + mebibytes;
        try (InputStream body =
                client.send(request("GET", path), BodyHandlers.ofInputStream()).body()) {
            return body.transferTo(OutputStream.nullOutputStream()) >> 20;
        }
    }

    private long upload(int mebibytes) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/talent/v1/upload"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(mebibytes, MEBIBYTE.getBytes())))
                .build();
        return Long.parseLong(client.send(request, BodyHandlers.ofString()).body());
    }

    /** The largest resident memory the gateway ever had. */
    private long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(gateway.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    private void assertThatEachRequestLeftALineOfJson() {
        List<JsonObject> lines = new GatewayProcess(folder)
                .lines().stream().filter(line -> line.containsKey("access")).toList();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines.get(0).getJsonObject("access").fieldNames())
                .contains("correlationId", "method", "path", "status");
    }

    /** As a caller does that may: again after a broken or refused connection, for a read or with the same key. */
    private void callOn(String method) {
        while (!finished) {
            AtomicInteger status = new AtomicInteger();
            try {
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                    status.set(client.send(request(method, "/talent/v1/me"), BodyHandlers.discarding())
                            .statusCode());
                    return true;
                });
            } catch (org.awaitility.core.ConditionTimeoutException e) {
                status.set(-1);
            }
            calls.incrementAndGet();
            if (status.get() != 200) {
                lost.add(method + " " + status.get());
            }
        }
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .header("Idempotency-Key", "k-1")
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private void launch() {
        // In production it would ask for an issuer with https.
        gateway = new GatewayProcess(folder)
                .start(Map.of(
                        "QUARKUS_PROFILE",
                        "stack",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QINGCHENG_UPSTREAM_TALENT",
                        "http://127.0.0.1:" + service));
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> client.send(request("GET", "/q/health/ready"), BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }
}
