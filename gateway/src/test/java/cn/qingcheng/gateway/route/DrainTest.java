package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of platform-service are restarted in turn, again and again, while callers go on calling. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class DrainTest {

    private static final int CALLERS = 6;
    private static final int ROUNDS = 6;
    private static final int WORK_MILLIS = 10;

    private final List<Server> servers =
            ConfigProvider.getConfig().getValues("qingcheng.upstream.platform", URI.class).stream()
                    .map(address -> new Server(address.getPort()))
                    .toList();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean finished;

    @BeforeEach
    void start() {
        servers.forEach(Server::start);
        awaitReady(2);
    }

    @AfterEach
    void stop() {
        servers.forEach(Server::kill);
        awaitReady(0);
    }

    @Test
    void aKilledInstanceLosesNoReadAndNoKeyedWrite() {
        restartUnderLoad(List.of(DrainTest::read, DrainTest::keyedWrite), Server::kill);

        assertThat(failures).isEmpty();
        assertThat(calls.get()).isGreaterThan(300);
    }

    @Test
    void anInstanceThatShutsDownInOrderLosesNoWriteEither() {
        restartUnderLoad(List.of(DrainTest::read, DrainTest::write), Server::drain);

        assertThat(failures).isEmpty();
        assertThat(calls.get()).isGreaterThan(300);
    }

    private void restartUnderLoad(List<IntSupplier> kinds, java.util.function.Consumer<Server> end) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<? extends Future<?>> running = IntStream.range(0, CALLERS)
                .mapToObj(i -> callers.submit(() -> callOn(kinds.get(i % kinds.size()))))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            Server server = servers.get(round % 2);
            int before = calls.get();
            await().until(() -> calls.get() > before + 30);
            end.accept(server);
            int without = calls.get();
            await().until(() -> calls.get() > without + 30);
            server.start();
            awaitReady(2);
        }
        finished = true;
        running.forEach(DrainTest::join);
        callers.shutdown();
    }

    private void callOn(IntSupplier call) {
        while (!finished) {
            int status = call.getAsInt();
            calls.incrementAndGet();
            if (status != 200) {
                failures.add(status);
            }
        }
    }

    private static int read() {
        return Caller.get("/platform/v1/platforms").statusCode();
    }

    private static int write() {
        return Caller.send("POST", "/platform/v1/x", BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                .statusCode();
    }

    private static int keyedWrite() {
        return Caller.send("POST", "/platform/v1/x", BodyPublishers.ofString("{}"), "Idempotency-Key", "k")
                .statusCode();
    }

    private static void awaitReady(int instances) {
        await().until(() -> Caller.json(Caller.get("/q/health")).getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .filter(check -> check.getString("name").equals("platform"))
                .allMatch(check -> check.getJsonObject("data").getInteger("ready") == instances));
    }

    private static void join(Future<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process of its own as far as its connections go: when it is killed, they break in the middle of whatever. */
    private static final class Server {

        private final int port;
        private final AtomicInteger underWay = new AtomicInteger();
        private Vertx vertx;
        private volatile boolean draining;

        Server(int port) {
            this.port = port;
        }

        void start() {
            draining = false;
            vertx = Vertx.vertx();
            HttpServer server = vertx.createHttpServer().requestHandler(this::handle);
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        void kill() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }

        /** As a Quarkus service does that is told to end: turns new requests away, finishes the others. */
        void drain() {
            draining = true;
            await().until(() -> underWay.get() == 0);
            kill();
        }

        private void handle(HttpServerRequest request) {
            if (draining) {
                request.response()
                        .setStatusCode(503)
                        .putHeader("Connection", "close")
                        .end();
                return;
            }
            underWay.incrementAndGet();
            request.response().endHandler(ended -> underWay.decrementAndGet());
            vertx.setTimer(WORK_MILLIS, done -> request.response().end("done"));
        }
    }
}
