package cn.qingcheng.faults.fault;

import cn.qingcheng.faults.link.FaultyLinks;
import cn.qingcheng.faults.link.FaultyLinks.Link;
import cn.qingcheng.faults.link.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connections between parts that break in their ways. Of several faults on one link, the strongest is felt. */
final class LinkFaults implements Injection {
    private static final int MOST_CUTS = 3;
    private static final int LEAST_LATENCY_MILLIS = 5;
    private static final int MORE_LATENCY_MILLIS = 200;
    private static final long LEAST_BYTES_PER_SECOND = 20_000;
    private static final int MORE_BYTES_PER_SECOND = 200_000;

    private final FaultyLinks links;
    private final Map<Link, List<Effect>> effects = new HashMap<>();

    /** What a fault does to a link as long as it lasts. */
    private record Effect(FaultKind kind, Consumer<TcpProxy> begin) {
        /** Away is more than stalled, and stalled more than slow. */
        int strength() {
            return List.of(FaultKind.SLOW, FaultKind.STALL, FaultKind.BROKER_AWAY)
                    .indexOf(kind);
        }
    }

    LinkFaults(FaultyLinks links) {
        this.links = links;
    }

    @Override
    public String inflict(Fault fault, Ending ending) {
        Random random = fault.random();
        String length = " for " + fault.length().toMillis() + " ms";
        return switch (fault.kind()) {
            case BROKER_AWAY -> {
                disturb(links.to(Roster.KAFKA), new Effect(fault.kind(), TcpProxy::refuse), fault.length(), ending);
                yield "nobody reached the broker" + length;
            }
            case CUT -> cut(choose(random), fault.length(), 1 + random.nextInt(MOST_CUTS), ending);
            case STALL -> {
                List<Link> chosen = choose(random);
                disturb(chosen, new Effect(fault.kind(), TcpProxy::stall), fault.length(), ending);
                yield "stalled " + names(chosen) + length;
            }
            case SLOW -> {
                List<Link> chosen = choose(random);
                Duration latency = Duration.ofMillis(LEAST_LATENCY_MILLIS + random.nextInt(MORE_LATENCY_MILLIS));
                long bytesPerSecond = LEAST_BYTES_PER_SECOND + random.nextInt(MORE_BYTES_PER_SECOND);
                Effect effect = new Effect(fault.kind(), proxy -> proxy.slow(latency, bytesPerSecond));
                disturb(chosen, effect, fault.length(), ending);
                yield "slowed " + names(chosen) + " by " + latency.toMillis() + " ms" + length;
            }
            default -> throw new IllegalArgumentException("not done to links: " + fault.kind());
        };
    }

    private static String cut(List<Link> chosen, Duration length, int times, Ending ending) {
        for (int time = 0; time < times && !ending.hasCome(); time++) {
            chosen.forEach(link -> link.proxy().cut());
            ending.await(length.dividedBy(times));
        }
        return "cut " + names(chosen) + ", " + times + " times";
    }

    private void disturb(List<Link> chosen, Effect effect, Duration length, Ending ending) {
        chosen.forEach(link -> change(link, present -> present.add(effect)));
        try {
            ending.await(length);
        } finally {
            chosen.forEach(link -> change(link, present -> present.remove(effect)));
        }
    }

    private synchronized void change(Link link, Consumer<List<Effect>> change) {
        List<Effect> present = effects.computeIfAbsent(link, any -> new ArrayList<>());
        Effect before = strongest(present);
        change.accept(present);
        Effect after = strongest(present);
        if (Objects.equals(before, after)) {
            return;
        }
        link.proxy().pass();
        if (after != null) {
            after.begin().accept(link.proxy());
        }
    }

    private static @Nullable Effect strongest(List<Effect> present) {
        return present.stream().max(Comparator.comparingInt(Effect::strength)).orElse(null);
    }

    /** One link, or all that lead to one part, or all that lead away from one. */
    private List<Link> choose(Random random) {
        List<Link> all = links.all();
        Link one = Roster.one(all, random);
        return switch (random.nextInt(4)) {
            case 0 -> all.stream().filter(link -> link.to().equals(one.to())).toList();
            case 1 ->
                all.stream().filter(link -> link.from().equals(one.from())).toList();
            default -> List.of(one);
        };
    }

    private static String names(List<Link> chosen) {
        return String.join(", ", chosen.stream().map(Link::toString).toList());
    }
}
