package cn.qingcheng.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service (or of this one) as it arrived.
 *
 * @param subject the key of the aggregate it is about
 * @param time when it happened, in the city's time
 * @param traceparent W3C trace context of what caused it, if known
 */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        @Nullable String traceparent,
        JsonNode data) {

    /**
     * The data as a small record of the reader's own; fields it does not name are ignored.
     *
     * @throws MalformedEvent when the data does not fit the record
     */
    public <T> T as(Class<T> form) {
        try {
            return EventJson.mapper().treeToValue(data, form);
        } catch (JsonProcessingException e) {
            throw new MalformedEvent("data of " + type + " is no " + form.getSimpleName(), e);
        }
    }
}
