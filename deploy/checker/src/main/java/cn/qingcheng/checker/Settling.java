package cn.qingcheng.checker;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.EventLog;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Waits until a city has nothing under way: every event has left its outbox and reached its listeners, and every claim
 * has its answer. An event may cause the next, so the city must be found quiet twice, and unmoved in between.
 */
public final class Settling {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    private Settling() {}

    /** As {@link #await(CityUnderCheck, Duration, Progress)}, silently. */
    public static void await(CityUnderCheck city, Duration patience) {
        await(city, patience, Progress.silent());
    }

    /**
     * Returns when the city has settled.
     *
     * @throws StackFailure when it has not after that long, saying what is still under way
     */
    public static void await(CityUnderCheck city, Duration patience, Progress progress) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (EventLog log = new EventLog(city.kafkaAddress())) {
            Look before = Look.at(city, log);
            progress.step("wait until the city has settled" + before.reason());
            while (true) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                Look now = Look.at(city, log);
                if (now.isQuiet() && now.equals(before)) {
                    progress.done();
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new StackFailure(
                            "The city has not settled within " + patience.toSeconds() + " s: " + now.said() + ".");
                }
                if (!now.reason().equals(before.reason())) {
                    progress.step("wait until the city has settled" + now.reason());
                }
                progress.tick();
                before = now;
            }
        }
    }

    /**
     * How the city is at one moment.
     *
     * @param underWay what is not finished, in words, and how much of it
     * @param written how many events each outbox has ever had, which tells whether anything happened between two looks
     */
    private record Look(Map<String, Long> underWay, List<Long> written) {

        static Look at(CityUnderCheck city, EventLog log) {
            Map<String, Long> underWay = new LinkedHashMap<>();
            List<Long> written = new ArrayList<>();
            for (Database service : city.services()) {
                note(
                        underWay,
                        service.number("select count(*) from outbox where sent_at is null and parked_at is null"),
                        "events wait in the outbox of " + service.name());
                written.add(service.number("select coalesce(max(position), 0) from outbox"));
            }
            for (String consumer : Consumers.names()) {
                note(underWay, log.lag(consumer), "events are ahead of " + consumer);
            }
            // Cleared and yet CLEARING waits for money, which may never come.
            note(
                    underWay,
                    city.subsidy()
                            .number("select count(*) from application"
                                    + " where status = 'CLEARING' and claim_id is not null and cleared_at is null"),
                    "subsidy applications wait for the benefit register");
            note(
                    underWay,
                    city.housing().number("select count(*) from application where status = 'CLEARING'"),
                    "housing applications wait for the benefit register");
            return new Look(underWay, written);
        }

        private static void note(Map<String, Long> underWay, long number, String what) {
            if (number > 0) {
                underWay.put(what, number);
            }
        }

        boolean isQuiet() {
            return underWay.isEmpty();
        }

        String said() {
            return underWay.isEmpty()
                    ? "something still moves"
                    : underWay.entrySet().stream()
                            .map(some -> some.getValue() + " " + some.getKey())
                            .collect(Collectors.joining(", "));
        }

        /** Without numbers, so that it changes only when something is finished or begun. */
        String reason() {
            return underWay.isEmpty() ? "" : ": " + String.join(", ", underWay.keySet());
        }
    }
}
