package cn.qingcheng.kit.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which values of an API document a reader has to guess: parameters and members without an example of any kind. */
final class MissingExamples {
    private static final String SCHEMAS = "#/components/schemas/";
    /** A closed list of values, a fixed one or a default shows as much as an example does. */
    private static final Set<String> SHOWS_A_VALUE = Set.of("example", "examples", "enum", "const", "default");

    private final Map<String, Object> document;
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    MissingExamples(Map<String, Object> document) {
        this.document = document;
    }

    Set<String> find() {
        at(document, "paths")
                .forEach((path, item) -> object(item).forEach((method, operation) -> {
                    String name = method + " " + path;
                    for (Object parameter : list(object(operation).get("parameters"))) {
                        inside(
                                object(parameter),
                                name + " parameter " + object(parameter).get("name"));
                    }
                    inside(at(object(operation), "requestBody"), name + " request");
                    at(object(operation), "responses")
                            .forEach((status, answer) -> inside(object(answer), name + " " + status));
                }));
        return missing;
    }

    /** Of a parameter, a body or an answer: its own schema, or one for each media type. */
    private void inside(Map<String, Object> carrier, String name) {
        if (showsAValue(carrier)) {
            return;
        }
        if (carrier.containsKey("schema")) {
            value(at(carrier, "schema"), name);
        }
        at(carrier, "content").values().forEach(media -> inside(object(media), name));
    }

    private void value(Map<String, Object> schema, String name) {
        if (showsAValue(schema) || "null".equals(schema.get("type"))) {
            return;
        }
        if (schema.get("$ref") instanceof String reference) {
            String target = reference.substring(SCHEMAS.length());
            if (seen.add(target)) {
                value(at(at(at(document, "components"), "schemas"), target), target);
            }
            return;
        }
        List<Object> choices = list(schema.getOrDefault("anyOf", schema.getOrDefault("oneOf", schema.get("allOf"))));
        Map<String, Object> members = at(schema, "properties");
        if (!choices.isEmpty()) {
            choices.forEach(choice -> value(object(choice), name));
        } else if (!members.isEmpty()) {
            members.forEach((member, of) -> value(object(of), name + "/" + member));
        } else if (schema.containsKey("items")) {
            value(at(schema, "items"), name + "/0");
        } else if (!"boolean".equals(schema.get("type")) && !"binary".equals(schema.get("format"))) {
            missing.add(name + " has no example");
        }
    }

    private static boolean showsAValue(Map<String, Object> part) {
        return part.keySet().stream().anyMatch(SHOWS_A_VALUE::contains);
    }

    private static Map<String, Object> at(Map<String, Object> parent, String member) {
        return object(parent.get(member));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value instanceof List ? (List<Object>) value : List.of();
    }
}
