package cn.qingcheng.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Constraints on the parameters of a resource method: query, header, path and body say differently where. */
final class ParameterErrors {

    private ParameterErrors() {}

    static ProblemException problem(Set<ConstraintViolation<?>> violations) {
        boolean isOurFault = violations.stream().anyMatch(ParameterErrors::isOfReturnValue);
        if (isOurFault) {
            return new ProblemException(StandardProblem.INTERNAL_ERROR);
        }
        return ProblemException.invalidInput(violations.stream()
                .map(violation -> ViolationErrors.error(pointer(violation), violation))
                .sorted(Comparator.comparing(InputError::pointer).thenComparing(InputError::code))
                .distinct()
                .toList());
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        Method method = null;
        Parameter parameter = null;
        List<Path.Node> rest = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = method(violation.getRootBeanClass(), node.as(Path.MethodNode.class));
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                parameter =
                        method.getParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
            } else {
                rest.add(node);
            }
        }
        return (parameter == null ? "" : place(parameter)) + ViolationErrors.pointer(rest);
    }

    private static Method method(Class<?> resource, Path.MethodNode node) {
        Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.getName().equals(node.getName()) && Arrays.equals(method.getParameterTypes(), types))
                .filter(method -> !method.isSynthetic())
                .reduce((subclass, original) -> original)
                .orElseThrow(() -> new IllegalStateException("no method " + node.getName() + " in " + resource));
    }

    private static String place(Parameter parameter) {
        if (parameter.isAnnotationPresent(QueryParam.class) || parameter.isAnnotationPresent(RestQuery.class)) {
            return "?" + QueryParameters.nameOf(parameter, parameter.getName());
        }
        if (parameter.isAnnotationPresent(RestHeader.class) || parameter.isAnnotationPresent(HeaderParam.class)) {
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            return "header:" + (header == null ? parameter.getName() : header.value());
        }
        boolean isInPath =
                parameter.isAnnotationPresent(PathParam.class) || parameter.isAnnotationPresent(RestPath.class);
        return isInPath ? "path:" + parameter.getName() : "";
    }
}
