package cn.qingcheng.faults.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what was answered how. */
public final class Tally {

    private final Map<String, Map<String, LongAdder>> byKind = new ConcurrentHashMap<>();
    private final LongAdder operations = new LongAdder();
    private final LongAdder good = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder retries = new LongAdder();

    void add(String kind, Reply reply) {
        operations.increment();
        retries.add(reply.attempts() - 1L);
        lost.add(reply.lost());
        String outcome = "2xx";
        if (reply.isGood()) {
            good.increment();
        } else {
            outcome = (reply.status() + " " + reply.code() + " " + firstError(reply)).strip();
        }
        count(kind, outcome);
    }

    private static String firstError(Reply reply) {
        return reply.body().at("/errors/0/code").asText("");
    }

    /** Counts what is no request, such as a stream cut on purpose. */
    void count(String kind, String outcome) {
        byKind.computeIfAbsent(kind, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, any -> new LongAdder())
                .increment();
    }

    public long operations() {
        return operations.sum();
    }

    public long good() {
        return good.sum();
    }

    /** Attempts without an answer, or with one that leaves open what happened. */
    public long lost() {
        return lost.sum();
    }

    public long retries() {
        return retries.sum();
    }

    /** How often this kind was answered 2xx. */
    public long good(String kind) {
        return goodByKind().getOrDefault(kind, 0L);
    }

    /** How often each kind was answered 2xx. */
    public Map<String, Long> goodByKind() {
        Map<String, Long> all = new TreeMap<>();
        byKind().forEach((kind, outcomes) -> {
            Long count = outcomes.get("2xx");
            if (count != null) {
                all.put(kind, count);
            }
        });
        return all;
    }

    /** Kinds and their outcomes, in the order of their names. */
    public Map<String, Map<String, Long>> byKind() {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        byKind.forEach((kind, outcomes) -> {
            Map<String, Long> counts = new TreeMap<>();
            outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
            all.put(kind, counts);
        });
        return all;
    }

    /** Answers that were no success, by status and code, over all kinds. */
    public Map<String, Long> refusals() {
        Map<String, Long> all = new TreeMap<>();
        byKind().values()
                .forEach(outcomes -> outcomes.forEach((outcome, count) -> {
                    if (outcome.startsWith("4")) {
                        all.merge(outcome, count, Long::sum);
                    }
                }));
        return all;
    }
}
