package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An event as it lies in Kafka.
 *
 * @param headers all headers, CloudEvents attributes with their {@code ce_} in front
 */
public record CaughtEvent(
        String id, String type, String key, JsonNode data, Map<String, String> headers, int partition, long offset) {

    /** A member of the data as text; empty when it is not there. */
    public String text(String member) {
        return data.path(member).asText();
    }
}
