package cn.qingcheng.kit.problem;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bind a tree that does not stop at the first error: what cannot be bound is noted, taken out of the
 * tree, and binding goes on with the rest. Jackson alone stops; its problem handlers see only some failures.
 */
final class TreeBinding<T> {

    /** A body with more wrong than this is answered with these; more would help nobody and cost a pass each. */
    private static final int MAX_BINDING_ERRORS = 100;

    private final ObjectMapper mapper;
    private final Validator validator;
    private final JavaType type;
    private final JsonNode rest;
    private final Map<String, InputError> errors = new LinkedHashMap<>();

    TreeBinding(ObjectMapper mapper, Validator validator, JavaType type, JsonNode tree) {
        this.mapper = mapper;
        this.validator = validator;
        this.type = type;
        this.rest = tree.deepCopy();
    }

    JsonInput.Bound<T> run() {
        if (rest.isNull()) {
            return new JsonInput.Bound<>(null, List.of(InputError.of("", "REQUIRED")));
        }
        takeOutUnwritable(rest, "");
        T value = null;
        boolean goOn = true;
        // Each wrong place can take two passes: one to find it, one to put a neutral value where none may be missing.
        for (int pass = 0; goOn && pass < 2 * MAX_BINDING_ERRORS; pass++) {
            try {
                value = mapper.readerFor(type).readValue(mapper.treeAsTokens(rest));
                goOn = false;
            } catch (JsonMappingException e) {
                goOn = note(e);
            } catch (IOException e) {
                // A tree in memory fails to be read only by what is in it.
                errors.putIfAbsent("", InputError.of("", "INVALID_VALUE"));
                goOn = false;
            }
        }
        List<InputError> all = new ArrayList<>(errors.values());
        if (value != null) {
            addViolations(value, all);
        }
        return new JsonInput.Bound<>(value, all);
    }

    /** Text that no column takes and no encoding carries is refused here, lest it breaks a transaction further in. */
    private void takeOutUnwritable(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                String place = pointer + "/" + ViolationErrors.escape(member.getKey());
                if (isUnwritable(member.getValue())) {
                    errors.put(place, InputError.of(place, "UNWRITABLE_TEXT"));
                    object.remove(member.getKey());
                } else {
                    takeOutUnwritable(member.getValue(), place);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                String place = pointer + "/" + i;
                if (isUnwritable(array.get(i))) {
                    errors.put(place, InputError.of(place, "UNWRITABLE_TEXT"));
                    array.set(i, mapper.nullNode());
                } else {
                    takeOutUnwritable(array.get(i), place);
                }
            }
        }
    }

    /** NUL, or half of a character that takes two {@code char}s. */
    private static boolean isUnwritable(JsonNode node) {
        if (!node.isTextual()) {
            return false;
        }
        String text = node.textValue();
        return text.indexOf('\0') >= 0
                || (text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                        && !StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    /** Notes the error and takes the wrong place out of the tree; false when nothing is left to go on with. */
    private boolean note(JsonMappingException failure) {
        InputError error = BindingErrors.of(failure);
        String pointer = error.pointer();
        if (failure instanceof ValueInstantiationException && noteCauses(pointer, failure)) {
            return takeOut(failure, false);
        }
        boolean isNew = errors.putIfAbsent(pointer, error) == null;
        return takeOut(failure, !isNew);
    }

    /** A constructor that refuses is mostly refusing what is missing or already known as wrong: name that instead. */
    private boolean noteCauses(String pointer, JsonMappingException failure) {
        JsonNode object = rest.at(pointer);
        if (object.isObject() && failure instanceof ValueInstantiationException refused) {
            for (var property : mapper.getDeserializationConfig()
                    .introspect(refused.getType())
                    .findProperties()) {
                if (!object.hasNonNull(property.getName())) {
                    var violations = validator.validateValue(refused.getType().getRawClass(), property.getName(), null);
                    ViolationErrors.of(violations)
                            .forEach(found -> errors.putIfAbsent(pointer + found.pointer(), found.under(pointer)));
                }
            }
        }
        return errors.keySet().stream().anyMatch(known -> known.startsWith(pointer + "/"));
    }

    private boolean takeOut(JsonMappingException failure, boolean again) {
        List<Reference> path = failure.getPath();
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = parentOf(path);
        Reference last = path.get(path.size() - 1);
        if (parent instanceof ArrayNode array && last.getFieldName() == null && array.has(last.getIndex())) {
            array.set(last.getIndex(), mapper.nullNode());
            return !again;
        }
        if (parent instanceof ObjectNode object && last.getFieldName() != null) {
            object.remove(last.getFieldName());
            return !again || putNeutral(object, last.getFieldName(), failure);
        }
        return false;
    }

    private @Nullable JsonNode parentOf(List<Reference> path) {
        JsonNode node = rest;
        for (Reference step : path.subList(0, path.size() - 1)) {
            node = step.getFieldName() == null ? node.get(step.getIndex()) : node.get(step.getFieldName());
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    /** A primitive may not be missing; its error is noted, so any value lets binding go on. */
    private static boolean putNeutral(ObjectNode object, String name, JsonMappingException failure) {
        Class<?> wanted = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted == null || !wanted.isPrimitive()) {
            return false;
        }
        if (wanted == boolean.class) {
            object.put(name, false);
        } else {
            object.put(name, 0);
        }
        return true;
    }

    private void addViolations(T value, List<InputError> all) {
        if (value instanceof Collection<?> elements) {
            int index = 0;
            for (Object element : elements) {
                addViolationsOf(element, "/" + index++, all);
            }
        } else {
            addViolationsOf(value, "", all);
        }
    }

    private void addViolationsOf(@Nullable Object bean, String place, List<InputError> all) {
        if (bean == null || bean instanceof JsonNode || bean instanceof String || bean instanceof Number) {
            return;
        }
        ViolationErrors.of(validator.validate(bean)).stream()
                .map(found -> found.under(place))
                .filter(found -> errors.keySet().stream().noneMatch(known -> covers(known, found.pointer())))
                .forEach(all::add);
    }

    /** What could not be bound is missing in the value: that is one error, not two. */
    private static boolean covers(String known, String pointer) {
        return pointer.equals(known) || pointer.startsWith(known + "/");
    }
}
