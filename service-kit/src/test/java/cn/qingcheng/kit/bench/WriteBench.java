package cn.qingcheng.kit.bench;

import cn.qingcheng.kit.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that write one after the other, as fast as they are answered. */
final class WriteBench {
    static final int CALLERS = 8;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = Tokens.of("wang", "talent");
    private final URI writes;

    WriteBench(URI writes) {
        this.writes = writes;
    }

    void warmUp() throws Exception {
        perSecond("plain");
        perSecond("with-event");
    }

    double perSecond(String kind) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            long begun = System.nanoTime();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                counts.add(callers.submit(() -> writeUntil(kind, begun + ROUND.toNanos())));
            }
            int done = 0;
            for (Future<Integer> count : counts) {
                done += count.get();
            }
            return done * 1e9 / (System.nanoTime() - begun);
        } finally {
            callers.shutdown();
        }
    }

    private int writeUntil(String kind, long end) throws Exception {
        int done = 0;
        while (System.nanoTime() < end) {
            String body = "{\"id\": \"%s\", \"serial\": %d}".formatted(UUID.randomUUID(), done);
            HttpRequest request = HttpRequest.newBuilder(URI.create(writes + "/" + kind))
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != OK) {
                throw new IllegalStateException("a write was answered " + status);
            }
            done++;
        }
        return done;
    }
}
