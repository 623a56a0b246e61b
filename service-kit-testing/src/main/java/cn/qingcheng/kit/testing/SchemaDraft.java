package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A first draft of an event's schema, from events as they were seen: a start for its author, not a judgement. */
final class SchemaDraft {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Pattern> FORMATS = Map.of(
            "uuid", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "date-time", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));

    private SchemaDraft() {}

    static String of(String type, List<JsonNode> events) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:qingcheng:event:" + type);
        schema.put("title", type);
        schema.setAll(object(events));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static ObjectNode object(List<JsonNode> seen) {
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        for (JsonNode each : seen) {
            each.properties()
                    .forEach(member -> members.computeIfAbsent(member.getKey(), name -> new ArrayList<>())
                            .add(member.getValue()));
        }
        ObjectNode schema = JSON.createObjectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        members.forEach((name, values) -> {
            properties.set(name, value(values));
            if (values.size() == seen.size()) {
                required.add(name);
            }
        });
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode value(List<JsonNode> seen) {
        List<JsonNode> present = seen.stream().filter(node -> !node.isNull()).toList();
        Set<String> types = new TreeSet<>();
        seen.forEach(node -> types.add(type(node)));
        ObjectNode schema = types.contains("object") ? object(present) : JSON.createObjectNode();
        if (types.size() == 1) {
            schema.put("type", types.iterator().next());
        } else {
            ArrayNode all = schema.putArray("type");
            types.forEach(all::add);
        }
        if (types.contains("array")) {
            List<JsonNode> items = new ArrayList<>();
            present.forEach(array -> array.forEach(items::add));
            if (!items.isEmpty()) {
                schema.set("items", value(items));
            }
        }
        FORMATS.forEach((format, pattern) -> {
            if (!present.isEmpty()
                    && present.stream()
                            .allMatch(node -> node.isTextual()
                                    && pattern.matcher(node.asText()).matches())) {
                schema.put("format", format);
            }
        });
        return schema;
    }

    private static String type(JsonNode node) {
        if (node.isTextual()) {
            return "string";
        }
        if (node.isIntegralNumber()) {
            return "integer";
        }
        if (node.isBoolean()) {
            return "boolean";
        }
        return node.isNumber() ? "number" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
