package cn.qingcheng.kit.inbox;

import cn.qingcheng.kit.event.EventJson;
import cn.qingcheng.kit.event.MalformedEvent;
import cn.qingcheng.kit.event.ReceivedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads CloudEvents 1.0 out of Kafka records. */
final class Envelope {
    /** Names the one consumer that a message is for when an operator puts a dead letter back: others have had it. */
    static final String REPLAY_FOR = "replay-for";

    private Envelope() {}

    static boolean isReplayedForAnother(String consumer, ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader(REPLAY_FOR);
        return header != null && !consumer.equals(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Throws {@link MalformedEvent} for what is no event of ours. */
    static ReceivedEvent open(ConsumerRecord<String, byte[]> message) {
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(message).toEvent();
        } catch (RuntimeException e) {
            throw new MalformedEvent("no CloudEvent: " + e.getMessage(), e);
        }
        CloudEventData data = event.getData();
        OffsetDateTime time = event.getTime();
        String subject = event.getSubject() == null ? message.key() : event.getSubject();
        if (data == null || time == null || subject == null) {
            throw new MalformedEvent("an event without data, time or subject");
        }
        Object traceparent = event.getExtension("traceparent");
        return new ReceivedEvent(
                id(event.getId()),
                event.getType(),
                event.getSource().toString(),
                subject,
                Instant.from(time),
                traceparent == null ? null : traceparent.toString(),
                json(data.toBytes()));
    }

    /** What the cause was called where it began; the event's own id when nobody named it. */
    static String correlationId(ConsumerRecord<String, byte[]> message, ReceivedEvent event) {
        Header header = message.headers().lastHeader("ce_correlationid");
        return header == null ? event.id().toString() : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("the id of an event is no UUID", e);
        }
    }

    private static JsonNode json(byte[] data) {
        try {
            JsonNode tree = EventJson.mapper().readTree(data);
            if (!tree.isObject()) {
                throw new MalformedEvent("the data of an event is no JSON object");
            }
            return tree;
        } catch (IOException e) {
            throw new MalformedEvent("the data of an event is no JSON", e);
        }
    }
}
