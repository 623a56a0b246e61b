package cn.qingcheng.faults.fault;

import cn.qingcheng.checker.source.Consumers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts messages on topics that no listener can digest, and writes down which. */
final class Poison implements Injection {
    private static final int MOST_MESSAGES = 3;

    private final Broker broker;
    private final Path journal;

    Poison(Broker broker, Path journal) {
        this.broker = broker;
        this.journal = journal;
    }

    @Override
    public String inflict(Fault fault, Ending ending) throws Exception {
        Random random = fault.random();
        List<String> topics = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            for (int messages = 1 + random.nextInt(MOST_MESSAGES); messages > 0; messages--) {
                String topic = Roster.one(Consumers.topicsOf(Roster.one(Consumers.names(), random)), random);
                // Not from the seed: the same seed may run twice on one city.
                String marker = UUID.randomUUID().toString();
                producer.send(message(topic, marker, random.nextInt(3))).get();
                write(topic, marker);
                topics.add(topic);
            }
        }
        return "put poison on " + String.join(", ", topics);
    }

    /** No event at all, an event whose id is none, or one whose data is no JSON. */
    private static ProducerRecord<byte[], byte[]> message(String topic, String marker, int kind) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, bytes(marker), bytes("{\"broken\":"));
        if (kind > 0) {
            message.headers()
                    .add("ce_specversion", bytes("1.0"))
                    .add("ce_id", bytes(kind == 1 ? "seventeen" : marker))
                    .add("ce_type", bytes("poison"))
                    .add("ce_source", bytes("faults"))
                    .add("ce_subject", bytes(marker))
                    .add("ce_time", bytes("2026-09-01T01:00:00Z"))
                    .add("content-type", bytes("application/json"));
        }
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(String topic, String marker) throws IOException {
        Files.createDirectories(journal.getParent());
        Files.writeString(
                journal,
                "{\"topic\":\"" + topic + "\",\"marker\":\"" + marker + "\"}\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
