package cn.qingcheng.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The faults of one run in the order in which they begin; they may overlap.
 *
 * @param length when the last of them is over and all is healed
 */
public record FaultSchedule(Duration length, List<Fault> faults) {
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(3);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(11);
    /** Gaps and lengths are meant for a run of this length, and shrink with a shorter one. */
    private static final Duration USUAL_LENGTH = Duration.ofSeconds(90);

    public FaultSchedule {
        faults = List.copyOf(faults);
    }

    /** The long form: what a seed says, each kind that is heavy once at most. */
    public static FaultSchedule of(long seed, Duration length) {
        Random random = new Random(seed);
        Set<FaultKind> used = EnumSet.noneOf(FaultKind.class);
        List<Fault> faults = new ArrayList<>();
        Duration at = scaled(between(random, Duration.ofSeconds(1), SHORTEST_GAP), length);
        while (at.compareTo(length) < 0) {
            FaultKind kind = pick(random, used);
            used.add(kind);
            Duration wanted = scaled(between(random, kind.shortest(), kind.longest()), length);
            faults.add(fault(kind, at, wanted, length, random));
            at = at.plus(scaled(between(random, SHORTEST_GAP, LONGEST_GAP), length));
        }
        return new FaultSchedule(length, faults);
    }

    /** The short form: each kind once, in the order a seed says, each as short as it may be. */
    public static FaultSchedule eachKindOnce(long seed, Duration length) {
        Random random = new Random(seed);
        List<FaultKind> kinds = new ArrayList<>(Arrays.asList(FaultKind.values()));
        Collections.shuffle(kinds, random);
        // What lasts longest begins when enough time is left for it.
        kinds.removeAll(List.of(FaultKind.ROLLING_RESTART, FaultKind.BROKER_AWAY));
        kinds.add(0, FaultKind.ROLLING_RESTART);
        kinds.add(kinds.size() / 2, FaultKind.BROKER_AWAY);
        Duration gap = length.dividedBy(kinds.size() + 1L);
        List<Fault> faults = new ArrayList<>();
        for (FaultKind kind : kinds) {
            faults.add(fault(kind, gap.multipliedBy(faults.size()), kind.shortest(), length, random));
        }
        return new FaultSchedule(length, faults);
    }

    private static Fault fault(FaultKind kind, Duration at, Duration wanted, Duration length, Random random) {
        Duration left = length.minus(at);
        return new Fault(kind, at, wanted.compareTo(left) < 0 ? wanted : left, random.nextLong());
    }

    private static FaultKind pick(Random random, Set<FaultKind> used) {
        List<FaultKind> choice = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind.weight() > 1 || !used.contains(kind)) {
                choice.addAll(Collections.nCopies(kind.weight(), kind));
            }
        }
        return choice.get(random.nextInt(choice.size()));
    }

    private static Duration between(Random random, Duration shortest, Duration longest) {
        return Duration.ofMillis(shortest.toMillis()
                + random.nextInt(Math.toIntExact(longest.minus(shortest).toMillis()) + 1));
    }

    private static Duration scaled(Duration duration, Duration length) {
        return length.compareTo(USUAL_LENGTH) >= 0
                ? duration
                : Duration.ofMillis(duration.toMillis() * length.toMillis() / USUAL_LENGTH.toMillis());
    }
}
