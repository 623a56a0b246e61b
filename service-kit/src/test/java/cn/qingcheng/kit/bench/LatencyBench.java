package cn.qingcheng.kit.bench;

import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Transactions with one event each at an even pace; how long after each the consumer's own transaction is committed. */
final class LatencyBench {
    static final int PER_SECOND = 200;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 30;
    private static final int WRITERS = 8;

    private final Outbox outbox;
    private final PacedConsumer consumer;
    private final Map<String, Long> committedAt = new ConcurrentHashMap<>();

    LatencyBench(Outbox outbox, PacedConsumer consumer) {
        this.outbox = outbox;
        this.consumer = consumer;
    }

    List<Double> millis() throws Exception {
        pace(WARM_UP_SECONDS);
        committedAt.clear();
        pace(SECONDS);
        List<Double> millis = new ArrayList<>();
        committedAt.forEach((key, at) ->
                millis.add((consumer.committedAt().getOrDefault(key, Long.MAX_VALUE) - at) / 1e6));
        return millis;
    }

    private void pace(int seconds) throws Exception {
        ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int serial = 0; serial < seconds * PER_SECOND; serial++) {
                UUID key = UUID.randomUUID();
                int number = serial;
                written.add(writers.schedule(
                        () -> write(key, number), serial * 1_000_000L / PER_SECOND, TimeUnit.MICROSECONDS));
            }
            for (Future<?> one : written) {
                one.get();
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> consumer.committedAt().keySet().containsAll(committedAt.keySet()));
        } finally {
            writers.shutdown();
        }
    }

    private void write(UUID key, int serial) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(BenchHappened.of(BenchHappened.PACED, key, serial)));
        committedAt.put(key.toString(), System.nanoTime());
    }
}
