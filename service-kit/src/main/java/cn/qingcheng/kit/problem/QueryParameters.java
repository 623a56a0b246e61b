package cn.qingcheng.kit.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that a resource method knows, by name and type, found on the method itself.
 *
 * @param types element types of the parameters by name
 */
record QueryParameters(Map<String, Class<?>> types) {

    static QueryParameters of(Method method) {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(types, parameter, parameter.getName(), parameter.getParameterizedType());
            if (isBean(parameter)) {
                addFields(types, parameter.getType());
            }
        }
        return new QueryParameters(types);
    }

    /** All that is wrong with the query of a request: what nobody knows and what cannot be read. */
    List<InputError> errorsOf(Map<String, List<String>> query) {
        List<InputError> errors = new ArrayList<>();
        new TreeMap<>(query).forEach((name, values) -> {
            Class<?> type = types.get(name);
            if (type == null) {
                errors.add(InputError.of("?" + name, "UNKNOWN_PARAMETER"));
            } else {
                values.stream()
                        .filter(value -> !isReadable(type, value))
                        .findFirst()
                        .ifPresent(value -> errors.add(unreadable("?" + name, type)));
            }
        });
        return errors;
    }

    static String nameOf(AnnotatedElement element, String javaName) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            return standard.value();
        }
        RestQuery rest = element.getAnnotation(RestQuery.class);
        return rest == null || rest.value().isEmpty() ? javaName : rest.value();
    }

    private static boolean isBean(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                || Arrays.stream(parameter.getType().getDeclaredFields()).anyMatch(QueryParameters::isQuery);
    }

    private static boolean isQuery(AnnotatedElement element) {
        return element.isAnnotationPresent(QueryParam.class) || element.isAnnotationPresent(RestQuery.class);
    }

    private static void addFields(Map<String, Class<?>> types, Class<?> bean) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(types, field, field.getName(), field.getGenericType());
            }
        }
    }

    private static void add(Map<String, Class<?>> types, AnnotatedElement element, String javaName, Type type) {
        if (isQuery(element)) {
            types.put(nameOf(element, javaName), elementType(type));
        }
    }

    private static Class<?> elementType(Type type) {
        if (type instanceof ParameterizedType generic) {
            return elementType(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static boolean isReadable(Class<?> type, String value) {
        try {
            read(type, value);
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    private static @Nullable Object read(Class<?> type, String value) {
        if (type.isEnum()) {
            if (Arrays.stream(type.getEnumConstants())
                    .noneMatch(constant -> ((Enum<?>) constant).name().equals(value))) {
                throw new IllegalArgumentException();
            }
            return null;
        }
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> Integer.valueOf(value);
            case "long", "java.lang.Long" -> Long.valueOf(value);
            case "java.math.BigDecimal" -> new BigDecimal(value);
            case "java.util.UUID" -> UUID.fromString(value);
            case "java.time.LocalDate" -> LocalDate.parse(value);
            case "java.time.Instant" -> Instant.parse(value);
            case "java.time.YearMonth" -> YearMonth.parse(value);
            case "boolean", "java.lang.Boolean" -> bool(value);
            default -> null;
        };
    }

    private static Object bool(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException();
        }
        return Boolean.valueOf(value);
    }

    private static InputError unreadable(String pointer, Class<?> type) {
        if (type.isEnum()) {
            return BindingErrors.unknownValue(pointer, type);
        }
        String example = BindingErrors.example(type);
        return example == null
                ? InputError.of(pointer, "WRONG_TYPE", BindingErrors.jsonType(type))
                : InputError.of(pointer, "WRONG_FORMAT_LIKE", example);
    }
}
