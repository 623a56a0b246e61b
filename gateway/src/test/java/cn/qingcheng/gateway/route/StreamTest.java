package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestCity.class)
class StreamTest {

    private static final Buffer MEBIBYTE = Buffer.buffer(new byte[1 << 20]);

    /** More than this JVM, in which gateway, service and caller run together, has memory. */
    private static final int HUGE_MEBIBYTES = 1536;

    @Inject
    Vertx vertx;

    @Test
    void theFirstBytesArriveAndAreAnsweredBeforeTheUploadEnds() {
        HttpClientRequest upload = upload("/talent/v1/echo-body", "application/x-ndjson");
        AtomicReference<String> heard = new AtomicReference<>("");
        upload.response()
                .onSuccess(response -> response.handler(buffer -> heard.getAndUpdate(before -> before + buffer)));

        upload.write("{\"row\":1}\n");

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get().equals("{\"row\":1}\n"));

        upload.end("{\"row\":2}\n");

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get().equals("{\"row\":1}\n{\"row\":2}\n"));
    }

    @Test
    void anUploadLargerThanMemoryPasses() {
        HttpClientRequest upload = upload("/talent/v1/count", "application/x-ndjson");

        send(upload, HUGE_MEBIBYTES);

        String counted =
                get(upload.response().compose(HttpClientResponse::body)).toString();
        assertThat(counted).isEqualTo(Long.toString((long) HUGE_MEBIBYTES << 20));
    }

    @Test
    void aDownloadLargerThanMemoryPasses() {
        HttpClientRequest request = request(HttpMethod.GET, "/talent/v1/download?mebibytes=" + HUGE_MEBIBYTES);
        request.putHeader("Accept", "text/csv");
        AtomicLong bytes = new AtomicLong();

        Future<Void> ended = request.response().compose(response -> {
            response.handler(buffer -> bytes.addAndGet(buffer.length()));
            return response.end();
        });
        request.end();
        get(ended);

        assertThat(bytes.get()).isEqualTo((long) HUGE_MEBIBYTES << 20);
    }

    @Test
    void eventsArriveOneByOneAndEndWithTheirReader() {
        HttpClientRequest request = request(HttpMethod.GET, "/talent/v1/events");
        request.putHeader("Accept", "text/event-stream").putHeader("Accept-Encoding", "gzip, br");
        List<String> heard = new CopyOnWriteArrayList<>();

        // Asked for before anything is sent, so that the first is not missed.
        request.response().onSuccess(events -> events.handler(event -> heard.add(event.toString())));
        request.end();

        await().until(() -> heard.size() >= 4);
        assertThat(heard).first().isEqualTo("data: 0\n\n");
        assertThat(heard).contains("data: 2\n\n");
        await().untilAsserted(() -> assertThat(Caller.outstanding("talent")).isEqualTo(1));

        request.reset();

        await().untilAsserted(() -> assertThat(Caller.outstanding("talent")).isZero());
    }

    @Test
    void aServiceThatDoesNotReadHoldsTheCallerBack() {
        HttpClientRequest upload = upload("/talent/v1/slow-reader", "application/x-ndjson");
        AtomicLong accepted = new AtomicLong();
        for (int i = 0; i < 64; i++) {
            upload.write(MEBIBYTE).onSuccess(written -> accepted.incrementAndGet());
        }

        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(5)).until(() -> accepted.get() < 32);

        upload.end();
        assertThat(get(upload.response().compose(HttpClientResponse::body)).toString())
                .isEqualTo(Long.toString(64L << 20));
    }

    @Test
    void aCallerThatWaitsForASignGetsIt() {
        HttpClientRequest upload = upload("/talent/v1/count", "application/x-ndjson");
        upload.putHeader("Expect", "100-continue");
        upload.continueHandler(sign -> upload.end("0123456789"));

        upload.sendHead();

        assertThat(get(upload.response().compose(HttpClientResponse::body)).toString())
                .isEqualTo("10");
    }

    @Test
    void anAnswerGivenBeforeTheUploadEndsIsPassedOn() {
        HttpClientRequest upload = upload("/talent/v1/answer-early", "application/x-ndjson");

        Future<String> answer =
                upload.response().compose(response -> response.body().map(body -> response.statusCode() + " " + body));

        upload.write("{\"row\":1}\n");

        assertThat(get(answer)).isEqualTo("422 no need to read on");
    }

    private HttpClientRequest upload(String path, String type) {
        return request(HttpMethod.POST, path).setChunked(true).putHeader("Content-Type", type);
    }

    private HttpClientRequest request(HttpMethod method, String path) {
        return get(vertx.createHttpClient().request(method, Caller.port(), "localhost", path));
    }

    private static void send(HttpClientRequest upload, int mebibytes) {
        AtomicLong left = new AtomicLong(mebibytes);
        Runnable more = () -> {
            while (left.get() > 0 && !upload.writeQueueFull()) {
                left.decrementAndGet();
                upload.write(MEBIBYTE);
            }
            if (left.get() == 0) {
                left.decrementAndGet();
                upload.end();
            }
        };
        upload.drainHandler(drained -> more.run());
        more.run();
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
    }
}
