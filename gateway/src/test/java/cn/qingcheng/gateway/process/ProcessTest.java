package cn.qingcheng.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway as a process of its own, told to end while it has work to do. */
class ProcessTest {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private int port;
    private int service;
    private Process gateway;
    private volatile boolean finished;

    @BeforeEach
    void start() throws IOException {
        service = vertx.createHttpServer()
                .requestHandler(request -> vertx.setTimer(
                        request.path().endsWith("/long") ? 1_500 : 10,
                        done -> request.response().end("done")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
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

    private void assertThatEachRequestLeftALineOfJson() throws IOException {
        List<JsonObject> lines = Files.readAllLines(folder.resolve("log")).stream()
                .filter(line -> line.startsWith("{\"timestamp\":") && line.contains("\"access\":"))
                .map(JsonObject::new)
                .toList();
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

    private void launch() throws IOException {
        assertThat(JAR).as("the package, which comes first").exists();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QINGCHENG_UPSTREAM_TALENT", "http://127.0.0.1:" + service);
        // In production it would ask for an issuer with https.
        builder.environment().put("QUARKUS_PROFILE", "stack");
        gateway = builder.start();
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> client.send(request("GET", "/q/health/ready"), BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }
}
