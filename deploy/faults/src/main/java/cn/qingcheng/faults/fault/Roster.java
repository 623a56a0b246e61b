package cn.qingcheng.faults.fault;

import cn.qingcheng.stack.Part;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parts of a city, to choose from. */
record Roster(List<Part> all) {
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String GATEWAY = "gateway";

    Roster {
        all = List.copyOf(all);
    }

    Part named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part is named " + name));
    }

    /** Instances by the name of their service. */
    Map<String, List<Part>> services() {
        return all.stream()
                .filter(part -> part.name().contains("-service-"))
                .collect(Collectors.groupingBy(
                        part -> part.name().substring(0, part.name().lastIndexOf('-')),
                        TreeMap::new,
                        Collectors.toList()));
    }

    Part any(Random random) {
        return one(all, random);
    }

    /** All instances of one service. */
    List<Part> anyService(Random random) {
        return one(List.copyOf(services().values()), random);
    }

    static <T> T one(List<T> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }

    static String names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }
}
