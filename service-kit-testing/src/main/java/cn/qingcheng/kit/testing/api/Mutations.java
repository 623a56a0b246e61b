package cn.qingcheng.kit.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** All that can be wrong with each field of a body, as its schema describes it. */
final class Mutations {
    /** Stands in what is sent wrongly, so that an answer that repeats it is found out. */
    static final String CANARY = "Canary7f3a9d";

    /** What a caller must never be able to say of an object. */
    private static final List<String> NOT_THE_CALLERS = List.of(
            "id",
            "version",
            "status",
            "state",
            "role",
            "roles",
            "amount",
            "ownerId",
            "accountId",
            "talentId",
            "createdAt",
            "createdBy",
            "approvedBy");

    private static final int FAR_TOO_LONG = 100_000;
    private static final int MANY = 7_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonNode base;
    private final boolean isMergePatch;
    private final List<Mutation> all;

    private Mutations(JsonNode base, boolean isMergePatch, List<Mutation> all) {
        this.base = base;
        this.isMergePatch = isMergePatch;
        this.all = all;
    }

    static List<Mutation> of(Operation operation, JsonNode base) {
        Mutations mutations = new Mutations(
                base,
                operation.mediaType() != null && operation.mediaType().contains("merge-patch"),
                new ArrayList<>());
        mutations.object("", operation.schema());
        return mutations.all;
    }

    private void object(String pointer, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        Set<String> required = new TreeSet<>();
        StreamSupport.stream(schema.path("required").spliterator(), false).forEach(name -> required.add(name.asText()));
        set(pointer + "/surprise", "an unknown field", NODES.textNode(CANARY), true);
        for (String name : NOT_THE_CALLERS) {
            if (!properties.has(name)) {
                set(pointer + "/" + name, "a field that is not the caller's", NODES.textNode(CANARY), true);
            }
        }
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String place = pointer + "/" + property.getKey();
            boolean isRequired = required.contains(property.getKey());
            remove(place, isRequired && !isMergePatch);
            set(place, "null", NODES.nullNode(), isRequired);
            value(place, property.getValue());
        }
    }

    private void value(String place, JsonNode schema) {
        JsonNode now = base.at(place);
        if (schema.path("properties").isObject()) {
            wrongTypes(place, "an object", NODES.textNode(CANARY), NODES.numberNode(7), NODES.arrayNode());
            (now.isObject() ? this : with(place, SampleBody.of(schema))).object(place, schema);
            return;
        }
        switch (schema.path("type").asText("string")) {
            case "array" -> array(place, schema, now);
            case "integer", "number" -> number(place, schema);
            case "boolean" ->
                wrongTypes(place, "a boolean", NODES.textNode(CANARY), NODES.textNode("true"), NODES.numberNode(1));
            default -> text(place, schema);
        }
    }

    /** The same, on a body that has also what was optional. */
    private Mutations with(String place, JsonNode sample) {
        JsonNode fuller = base.deepCopy();
        put(fuller, place, sample);
        return new Mutations(fuller, isMergePatch, all);
    }

    private void array(String place, JsonNode schema, JsonNode given) {
        JsonNode now = given.isEmpty() ? SampleBody.of(schema) : given;
        wrongTypes(place, "an array", NODES.textNode(CANARY), NODES.numberNode(7), NODES.objectNode());
        set(place, "an empty array", NODES.arrayNode(), schema.path("minItems").asInt(0) > 0);
        if (!now.isEmpty()) {
            ArrayNode many = NODES.arrayNode();
            for (int i = 0; i < MANY; i++) {
                many.add(now.get(0));
            }
            set(place, "too many items", many, true);
            ArrayNode twice = NODES.arrayNode().add(now.get(0)).add(now.get(0));
            set(place, "the same item twice", twice, false);
            Mutations within = given.isEmpty() ? with(place, now) : this;
            within.set(place + "/0", "null", NODES.nullNode(), true);
            within.value(place + "/0", schema.path("items"));
        }
    }

    private void number(String place, JsonNode schema) {
        wrongTypes(
                place,
                "a number",
                NODES.textNode(CANARY),
                NODES.textNode("7"),
                NODES.booleanNode(true),
                NODES.objectNode());
        set(place, "below every bound", NODES.numberNode(Long.MIN_VALUE), hasLowerBound(schema));
        set(place, "a number of 19 digits", NODES.numberNode(Long.MAX_VALUE), schema.has("maximum"));
        set(place, "a number past 64 bits", NODES.numberNode(new BigInteger("9".repeat(30))), isInteger(schema));
        set(place, "a fraction", NODES.numberNode(new BigDecimal("1.000000000001")), true);
        raw(place, "a huge exponent", "1e99999", true);
        if (schema.has("minimum")) {
            BigDecimal below = schema.get("minimum").decimalValue().subtract(BigDecimal.ONE);
            set(place, "just too small", NODES.numberNode(below), true);
        }
        if (schema.has("maximum")) {
            BigDecimal above = schema.get("maximum").decimalValue().add(BigDecimal.ONE);
            set(place, "just too large", NODES.numberNode(above), true);
        }
    }

    private void text(String place, JsonNode schema) {
        wrongTypes(
                place,
                "text",
                NODES.numberNode(7),
                NODES.booleanNode(true),
                NODES.objectNode().put(CANARY, CANARY),
                NODES.arrayNode().add(CANARY));
        set(place, "empty", NODES.textNode(""), schema.has("pattern") || schema.has("enum"));
        set(place, "blanks", NODES.textNode("   "), schema.has("pattern") || schema.has("enum"));
        set(place, "far too long", NODES.textNode(CANARY + "长".repeat(FAR_TOO_LONG / 4)), true);
        set(place, "of the wrong vocabulary", NODES.textNode(CANARY), schema.has("enum"));
        set(place, "a quote and a bracket", NODES.textNode(CANARY + "'\"<script>${7*7}{{7*7}}%s"), schema.has("enum"));
        set(place, "with a NUL", NODES.textNode(CANARY + "\u0000"), true);
        set(place, "with half a character", NODES.textNode(CANARY + "\ud800"), true);
        if (schema.has("maxLength")) {
            int length = schema.get("maxLength").asInt() + 1;
            set(place, "one too long", NODES.textNode((CANARY + "x".repeat(length)).substring(0, length)), true);
        }
    }

    private static boolean hasLowerBound(JsonNode schema) {
        return schema.has("minimum") || schema.has("exclusiveMinimum");
    }

    private static boolean isInteger(JsonNode schema) {
        return schema.path("type").asText().equals("integer");
    }

    private void wrongTypes(String place, String right, JsonNode... wrong) {
        for (JsonNode value : wrong) {
            set(place, value.getNodeType() + " instead of " + right, value, true);
        }
    }

    private void remove(String place, boolean isWrong) {
        JsonNode copy = base.deepCopy();
        ((ObjectNode) copy.at(parent(place))).remove(name(place));
        add("nothing", place, copy, "", isWrong);
    }

    private void set(String place, String what, JsonNode value, boolean isWrong) {
        JsonNode copy = base.deepCopy();
        put(copy, place, value);
        String canary = value.toString().contains(CANARY) ? CANARY : "";
        add(what, place, copy, canary, isWrong);
    }

    /** Text that no tree can hold. */
    private void raw(String place, String what, String json, boolean isWrong) {
        JsonNode copy = base.deepCopy();
        put(copy, place, NODES.textNode("@@raw@@"));
        all.add(new Mutation(what + " at " + place, place, text(copy).replace("\"@@raw@@\"", json), "", isWrong));
    }

    private static void put(JsonNode copy, String place, JsonNode value) {
        JsonNode parent = copy.at(parent(place));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name(place)), value);
        } else {
            ((ObjectNode) parent).set(name(place), value);
        }
    }

    private void add(String what, String place, JsonNode body, String canary, boolean isWrong) {
        all.add(new Mutation(what + " at " + place, place, text(body), canary, isWrong));
    }

    private static String text(JsonNode body) {
        try {
            return ASCII.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
