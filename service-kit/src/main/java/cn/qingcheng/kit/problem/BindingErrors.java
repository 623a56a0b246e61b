package cn.qingcheng.kit.problem;

import cn.qingcheng.kit.standard.InvalidValue;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what Jackson could not bind into an input error, without its message, which quotes the value. */
final class BindingErrors {

    private static final int NAME_MAX_CHARACTERS = 100;
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            LocalDate.class, "2026-09-01",
            LocalTime.class, "08:30:00",
            LocalDateTime.class, "2026-09-01T08:30:00",
            OffsetDateTime.class, "2026-09-01T01:00:00Z",
            Instant.class, "2026-09-01T01:00:00Z",
            YearMonth.class, "2026-09",
            UUID.class, "01990c4e-7c1a-7000-8000-000000000000");

    private BindingErrors() {}

    static InputError of(JsonMappingException failure) {
        String pointer = pointer(failure.getPath());
        if (failure instanceof UnrecognizedPropertyException) {
            return InputError.of(pointer, "UNKNOWN_FIELD");
        }
        if (failure.getCause() instanceof InvalidValue invalid) {
            return InputError.of(pointer, invalid.code());
        }
        if (failure instanceof ValueInstantiationException) {
            return InputError.of(pointer, "INVALID_VALUE");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch(pointer, mismatch);
        }
        if (failure.getCause() instanceof InputCoercionException overflow) {
            return InputError.of(pointer, "NUMBER_OUT_OF_RANGE", jsonType(overflow.getTargetType()));
        }
        return InputError.of(pointer, "INVALID_VALUE");
    }

    private static InputError mismatch(String pointer, MismatchedInputException failure) {
        Class<?> wanted = failure.getTargetType();
        if (failure instanceof InvalidNullException || isNullForPrimitive(failure)) {
            return InputError.of(pointer, "REQUIRED");
        }
        if (wanted == null) {
            return InputError.of(pointer, "INVALID_VALUE");
        }
        boolean isText = failure instanceof InvalidFormatException format && format.getValue() instanceof String;
        if (isText && wanted.isEnum()) {
            return unknownValue(pointer, wanted);
        }
        if (isText && EXAMPLES.containsKey(wanted)) {
            return InputError.of(pointer, "WRONG_FORMAT_LIKE", EXAMPLES.get(wanted));
        }
        return InputError.of(pointer, "WRONG_TYPE", jsonType(wanted));
    }

    static InputError unknownValue(String pointer, Class<?> enumeration) {
        String allowed = Arrays.stream(enumeration.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return InputError.of(pointer, "UNKNOWN_VALUE", allowed);
    }

    static @Nullable String example(Class<?> type) {
        return EXAMPLES.get(type);
    }

    private static boolean isNullForPrimitive(MismatchedInputException failure) {
        return failure.getOriginalMessage().startsWith("Cannot map `null` into type");
    }

    static String jsonType(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (List.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class, BigInteger.class)
                .contains(type)) {
            return "integer";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        boolean isText = CharSequence.class.isAssignableFrom(type) || type.isEnum() || EXAMPLES.containsKey(type);
        return isText ? "string" : "object";
    }

    static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/')
                    .append(ViolationErrors.escape(name.substring(0, Math.min(name.length(), NAME_MAX_CHARACTERS))));
        }
        return pointer.toString();
    }
}
