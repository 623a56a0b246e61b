package cn.qingcheng.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The operations that a committed OpenAPI document names; {@code OpenApiContract} holds that document to the code. */
final class ApiDocument {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final int DEEPEST_SCHEMA = 12;

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** The document of the module in the working directory. */
    static ApiDocument committed() {
        return read(Path.of("contracts", "openapi.yaml"));
    }

    static ApiDocument read(Path file) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static ApiDocument parse(String yaml) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : item.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(operation(
                            operation.getKey().toUpperCase(Locale.ROOT), item.getKey(), operation.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String method, String path, JsonNode said) {
        if (!said.path("x-roles").isArray()) {
            throw new AssertionError(method + " " + path + " does not say its roles");
        }
        Set<String> roles = new TreeSet<>();
        said.path("x-roles").forEach(role -> roles.add(role.asText()));
        List<String> query = new ArrayList<>();
        said.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        });
        JsonNode content = said.path("requestBody").path("content");
        if (content.isEmpty()) {
            return new Operation(method, path, roles, query, null, MissingNode.getInstance());
        }
        Map.Entry<String, JsonNode> first = content.properties().iterator().next();
        return new Operation(
                method,
                path,
                roles,
                query,
                first.getKey(),
                resolved(first.getValue().path("schema"), 0));
    }

    /** The schema with what it refers to in its place; what stands beside a reference wins. */
    private JsonNode resolved(JsonNode schema, int depth) {
        if (depth > DEEPEST_SCHEMA || !(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode whole = object.objectNode();
        if (object.has("$ref")) {
            JsonNode target = root.at(object.get("$ref").asText().substring(1));
            whole.setAll((ObjectNode) resolved(target, depth + 1));
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            switch (member.getKey()) {
                case "$ref" -> {}
                case "properties" -> {
                    ObjectNode properties = whole.putObject("properties");
                    member.getValue()
                            .properties()
                            .forEach(property ->
                                    properties.set(property.getKey(), resolved(property.getValue(), depth + 1)));
                }
                case "items" -> whole.set("items", resolved(member.getValue(), depth + 1));
                case "anyOf", "oneOf", "allOf" ->
                    ((ArrayNode) member.getValue()).forEach(alternative -> {
                        if (resolved(alternative, depth + 1) instanceof ObjectNode one
                                && !one.path("type").asText().equals("null")) {
                            whole.setAll(one);
                        }
                    });
                default -> whole.set(member.getKey(), member.getValue());
            }
        }
        return whole;
    }
}
