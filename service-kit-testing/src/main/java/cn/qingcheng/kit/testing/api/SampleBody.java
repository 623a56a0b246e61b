package cn.qingcheng.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A body as the examples of a schema give it. */
final class SampleBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleBody() {}

    static JsonNode of(JsonNode schema) {
        JsonNode example = schema.path("examples").path(0);
        if (schema.path("properties").isObject()) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                object.set(property.getKey(), of(property.getValue()));
            }
            return object;
        }
        if (!example.isMissingNode()) {
            return example;
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> NODES.arrayNode().add(of(schema.path("items")));
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(false);
            default -> NODES.textNode("sample");
        };
    }
}
