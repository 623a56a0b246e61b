package cn.qingcheng.checker;

import cn.qingcheng.checker.source.Consumers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker that the test cities use one after the other. */
final class TestBroker {
    private static final int PARTITIONS = 2;

    private final String address;
    private Producer<String, byte[]> producer;

    TestBroker(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Sends, and says where it stands then. */
    RecordMetadata send(ProducerRecord<String, byte[]> message) {
        try {
            return producer().send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> present = producer;
        if (present == null) {
            present = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address, ProducerConfig.LINGER_MS_CONFIG, 0),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = present;
        }
        return present;
    }

    /** Notes in Kafka that a consumer has had everything there is. */
    void noteHeard(String consumer) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (String topic : Consumers.topicsOf(consumer)) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
                }
            }
            Map<TopicPartition, OffsetAndMetadata> had = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> had.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(consumer, had).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a topic if it is not there. */
    void makeTopic(String name) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            if (!admin.listTopics().names().get().contains(name)) {
                admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                        .all()
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Topics of these names, and no dead letters, with nothing in them. */
    void remakeTopics(Set<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            List<String> present = admin.listTopics().names().get().stream()
                    .filter(name -> topics.contains(name) || name.endsWith(".dlq"))
                    .toList();
            // With their topics the groups forget what they have had of them.
            admin.deleteConsumerGroups(admin.listGroups().all().get().stream()
                            .map(GroupListing::groupId)
                            .toList())
                    .all()
                    .get();
            admin.deleteTopics(present).all().get();
            admin.createTopics(topics.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
