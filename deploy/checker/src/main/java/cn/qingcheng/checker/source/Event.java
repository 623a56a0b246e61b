package cn.qingcheng.checker.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as it stands in a topic.
 *
 * @param text the data to the letter
 */
public record Event(Origin origin, String key, UUID id, String type, Instant time, String text, JsonNode data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a record; empty for what is no event and can have no effect. */
    public static Optional<Event> of(ConsumerRecord<byte[], byte[]> message) {
        String id = header(message, "ce_id");
        String type = header(message, "ce_type");
        String time = header(message, "ce_time");
        if (id == null || type == null || time == null || message.key() == null || message.value() == null) {
            return Optional.empty();
        }
        try {
            JsonNode data = JSON.readTree(message.value());
            if (!data.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new Event(
                    Origin.of(message),
                    text(message.key()),
                    UUID.fromString(id),
                    type,
                    OffsetDateTime.parse(time).toInstant(),
                    text(message.value()),
                    data));
        } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String topic() {
        return origin.topic();
    }

    /** A field of the data as text, null when it is not there or null. */
    public @Nullable String text(String field) {
        JsonNode value = data.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** The last header of a name as text. */
    public static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : text(header.value());
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
