package cn.qingcheng.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what Bean Validation found into input errors: a JSON Pointer and a stable code instead of a Java path. */
final class ViolationErrors {

    private static final Pattern CODE_TEMPLATE = Pattern.compile("\\{([A-Z][A-Z0-9_]*)}");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "REQUIRED",
            "NotBlank", "REQUIRED",
            "NotEmpty", "REQUIRED",
            "Pattern", "WRONG_FORMAT",
            "Min", "TOO_SMALL",
            "DecimalMin", "TOO_SMALL",
            "Max", "TOO_LARGE",
            "DecimalMax", "TOO_LARGE",
            "Email", "NOT_AN_EMAIL");
    private static final List<String> WORDED_ATTRIBUTES = List.of("value", "integer", "fraction");

    private ViolationErrors() {}

    static List<InputError> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> error(pointer(violation.getPropertyPath()), violation))
                .sorted(Comparator.comparing(InputError::pointer).thenComparing(InputError::code))
                .distinct()
                .toList();
    }

    static InputError error(String pointer, ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        if (attributes.get("min") instanceof Integer min && attributes.get("max") instanceof Integer max) {
            return lengthError(pointer, constraint, min, max);
        }
        var template = CODE_TEMPLATE.matcher(violation.getMessageTemplate());
        String code = template.matches() ? template.group(1) : CODES.getOrDefault(constraint, upperSnake(constraint));
        List<Object> arguments = new ArrayList<>();
        for (String attribute : WORDED_ATTRIBUTES) {
            Object value = attributes.get(attribute);
            if (value != null && !value.getClass().isArray()) {
                arguments.add(value);
            }
        }
        return InputError.of(pointer, code, arguments.toArray());
    }

    private static InputError lengthError(String pointer, String constraint, int min, int max) {
        if (constraint.equals("Length") || constraint.equals("Size")) {
            if (min == 0) {
                return InputError.of(pointer, "TOO_LONG", max);
            }
            return max == Integer.MAX_VALUE
                    ? InputError.of(pointer, "TOO_SHORT", min)
                    : InputError.of(pointer, "WRONG_LENGTH", min, max);
        }
        return InputError.of(pointer, "OUT_OF_RANGE", min, max);
    }

    static String pointer(Iterable<Path.Node> path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            append(pointer, node);
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Object place = node.getIndex() != null ? node.getIndex() : node.getKey();
            if (place != null) {
                pointer.append('/').append(escape(place.toString()));
            }
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(escape(node.getName()));
        }
    }

    /** RFC 6901, 3: {@code ~} and {@code /} within a name. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String upperSnake(String camel) {
        return WORD_START.matcher(camel).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
