package cn.qingcheng.faults;

import cn.qingcheng.faults.fault.FaultKind;
import cn.qingcheng.faults.fault.Injected;
import cn.qingcheng.faults.traffic.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one seed did to a city, and what the city made of it.
 *
 * @param events that were written to the outboxes meanwhile
 * @param settling from the last answer until nothing was under way any more
 * @param violations each in words, its rows below it
 */
public record SeedReport(
        long seed, Tally tally, List<Injected> faults, long events, Duration settling, List<String> violations) {

    static final List<String> COLUMNS = List.of(
            "seed",
            "operations",
            "2xx",
            "4xx",
            "lost answers",
            "retries",
            "faults",
            "events",
            "settled after",
            "violations");

    public SeedReport {
        faults = List.copyOf(faults);
        violations = List.copyOf(violations);
    }

    /** How many faults of each kind there were. */
    public Map<FaultKind, Long> faultsByKind() {
        return faults.stream().collect(Collectors.groupingBy(Injected::kind, TreeMap::new, Collectors.counting()));
    }

    /** In the order of {@link #COLUMNS}. */
    List<String> cells() {
        return List.of(
                Long.toString(seed),
                Long.toString(tally.operations()),
                Long.toString(tally.good()),
                Long.toString(tally.operations() - tally.good()),
                Long.toString(tally.lost()),
                Long.toString(tally.retries()),
                faultsByKind().entrySet().stream()
                        .map(some -> some.getValue() + " " + some.getKey())
                        .collect(Collectors.joining(", ")),
                Long.toString(events),
                "%.1f s".formatted(settling.toMillis() / 1000.0),
                Integer.toString(violations.size()));
    }
}
