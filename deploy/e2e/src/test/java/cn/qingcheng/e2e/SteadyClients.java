package cn.qingcheng.e2e;

import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import cn.qingcheng.samplecity.CityClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Clients that read and write at every service, one request after the other, and remember each that failed. */
final class SteadyClients implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(100);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final URI gateway;
    private final CityClient tokens;
    private final int attempts;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean over;

    /**
     * Begins at once.
     *
     * @param attempts how often a request is sent at most: 1 takes the first answer, or none, for the last
     */
    SteadyClients(URI gateway, CityClient tokens, int firstNumber, int attempts) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.attempts = attempts;
        begin("talent-officer", "/talent/v1/talents?pageSize=5");
        begin("finance1", "/subsidy/v1/budget-lines/talent-housing-2026/statement");
        begin("housing1", "/housing/v1/units?pageSize=5");
        begin("platform-officer", "/platform/v1/platforms?pageSize=5");
        begin("talent-officer", "/talent/v1/employers", firstNumber, SteadyClients::employer);
        begin("finance1", "/subsidy/v1/budget-lines/talent-housing-2026/appropriations", firstNumber, number ->
                """
                {"amount": {"amount": "1.00", "currency": "CNY"}, "decision": "D%d"}""".formatted(number));
        begin("housing1", "/housing/v1/estates", firstNumber, number -> """
                {"code": "S%d", "name": "样例公寓", "regionCode": "150105", "address": "样例路1号"}""".formatted(number));
        begin("platform-officer", "/platform/v1/targets", firstNumber, number -> """
                {"code": "steady-%d", "name": {"zh": "样例目标", "en": "Sample target"}, "indicator": "GRADUATES_RETAINED",
                 "unit": "PERSON", "source": "EVENTS", "period": "2026", "targetValue": 100}""".formatted(number));
    }

    private static String employer(int number) {
        String seventeen = "91150105MB%07d".formatted(number);
        return """
                {"unifiedSocialCreditCode": "%s%c", "name": "样例企业", "regionCode": "150105"}""".formatted(seventeen, UnifiedSocialCreditCode.checkCharacter(seventeen));
    }

    private void begin(String account, String path) {
        play(() -> {
            if (isAnswered(account, "GET " + path, OK, request(path).GET())) {
                read.incrementAndGet();
            }
        });
    }

    private void begin(String account, String path, int firstNumber, IntFunction<String> body) {
        AtomicInteger number = new AtomicInteger(firstNumber);
        play(() -> {
            int now = number.getAndIncrement();
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "steady-" + now)
                    .POST(BodyPublishers.ofString(body.apply(now)));
            if (isAnswered(account, "POST " + path, CREATED, request)) {
                written.incrementAndGet();
            }
        });
    }

    private void play(Runnable request) {
        clients.add(threads.submit(() -> {
            while (!over) {
                request.run();
                LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
            }
        }));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    private boolean isAnswered(String account, String name, int expected, HttpRequest.Builder builder) {
        HttpRequest request = builder.header("Authorization", "Bearer " + tokens.token(account))
                .build();
        String last = "";
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == expected) {
                    return true;
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        failures.add(name + ": " + last);
        return false;
    }

    /** Requests that had their answer by now. */
    int answered() {
        return read.get() + written.get();
    }

    /** Returns when so many more requests have had their answer. */
    void awaitAnswered(int more) {
        int before = answered();
        while (answered() < before + more) {
            LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
        }
    }

    /** Writes that were answered with success. */
    int written() {
        return written.get();
    }

    /** Waits for the last answers, and tells what failed. */
    List<String> failures() throws Exception {
        over = true;
        for (Future<?> client : clients) {
            client.get();
        }
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
