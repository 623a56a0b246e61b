package cn.qingcheng.checker.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who listens to what: the consumers of the services by name, each with its topics, as in docs/events.md. */
public final class Consumers {
    private static final Map<String, List<String>> TOPICS = new TreeMap<>(Map.of(
            "subsidy.applicant", List.of("talent.facts.v1"),
            "housing.applicant", List.of("talent.facts.v1"),
            "subsidy.clearing", List.of("talent.benefit.v1"),
            "housing.clearing", List.of("talent.benefit.v1"),
            "talent.benefit", List.of("subsidy.benefit.v1", "housing.benefit.v1"),
            "platform.retention", List.of("talent.retention.v1"),
            "platform.payment", List.of("subsidy.payment.v1"),
            "talent.timeline",
                    List.of(
                            "talent.registry.v1",
                            "talent.employment.v1",
                            "talent.retention.v1",
                            "talent.benefit.v1",
                            "subsidy.application.v1",
                            "subsidy.payment.v1",
                            "housing.application.v1",
                            "housing.offer.v1",
                            "housing.lease.v1")));

    private Consumers() {}

    /** Names, which are also those of the consumer groups and of the dead-letter topics before {@code .dlq}. */
    public static List<String> names() {
        return List.copyOf(TOPICS.keySet());
    }

    /** What a consumer hears. */
    public static List<String> topicsOf(String consumer) {
        return TOPICS.getOrDefault(consumer, List.of());
    }

    /** Who hears a topic. */
    public static List<String> of(String topic) {
        return TOPICS.entrySet().stream()
                .filter(consumer -> consumer.getValue().contains(topic))
                .map(Map.Entry::getKey)
                .toList();
    }
}
