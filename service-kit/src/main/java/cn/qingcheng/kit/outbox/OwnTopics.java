package cn.qingcheng.kit.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics this service owns ({@code qingcheng.topics}): it makes them, and it alone writes them. */
@Singleton
class OwnTopics {
    static final int PARTITIONS = 6;
    private static final int ANSWER_WITHIN_MILLIS = 4_000;
    private static final String KEPT_30_DAYS = Long.toString(30L * 24 * 60 * 60 * 1000);

    private final Set<String> names;
    private final short replication;

    @Inject
    OwnTopics(
            @ConfigProperty(name = "qingcheng.topics") Optional<List<String>> names,
            @ConfigProperty(name = "qingcheng.topic-replication", defaultValue = "1") short replication) {
        this.names = Set.copyOf(names.orElse(List.of()));
        this.replication = replication;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    void requireOwn(String topic) {
        if (!names.contains(topic)) {
            throw new IllegalStateException("the topic " + topic + " is none of qingcheng.topics of this service");
        }
    }

    /** Makes the topics that are missing: facts are compacted for ever, happenings kept 30 days. */
    void create(Map<String, Object> kafka) {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : names) {
            Map<String, String> settings = new HashMap<>();
            if (name.endsWith(".facts.v1")) {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            } else {
                settings.put(TopicConfig.RETENTION_MS_CONFIG, KEPT_30_DAYS);
            }
            topics.add(new NewTopic(name, PARTITIONS, replication).configs(settings));
        }
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
                await(made);
            }
        }
    }

    private static void await(KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topics could not be made: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while topics were made", e);
        }
    }
}
