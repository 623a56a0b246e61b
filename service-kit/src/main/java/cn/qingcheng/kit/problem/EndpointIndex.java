package cn.qingcheng.kit.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** What the annotations of a resource method say about an operation, by {@code Class_method}. */
final class EndpointIndex {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName EVERYONE = DotName.createSimple(PermitAll.class);
    private static final DotName HEADER = DotName.createSimple(HeaderParam.class);
    // By name: the problem package knows nothing of the one built on it.
    private static final DotName IDEMPOTENT = DotName.createSimple("cn.qingcheng.kit.idempotency.Idempotent");

    private final Map<String, Endpoint> endpoints = new HashMap<>();

    /**
     * One resource method.
     *
     * @param roles any of which may call; empty for everyone
     * @param key whether {@code Idempotency-Key} is taken, and if so whether it is required
     * @param isConditional whether {@code If-Match} is checked
     */
    record Endpoint(List<String> roles, Key key, boolean isConditional) {}

    /** What an operation does with {@code Idempotency-Key}. */
    enum Key {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    EndpointIndex(IndexView index) {
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                ClassInfo resource = path.target().asClass();
                resource.methods()
                        .forEach(method ->
                                endpoints.put(resource.simpleName() + "_" + method.name(), endpoint(resource, method)));
            }
        }
    }

    @Nullable
    Endpoint find(@Nullable String operationId) {
        return endpoints.get(operationId);
    }

    private static Endpoint endpoint(ClassInfo resource, MethodInfo method) {
        AnnotationInstance roles = annotation(resource, method, ROLES);
        boolean isOpen = method.hasDeclaredAnnotation(EVERYONE) || roles == null;
        AnnotationInstance idempotent = annotation(resource, method, IDEMPOTENT);
        boolean isConditional = method.annotations(HEADER).stream()
                .anyMatch(header -> header.value().asString().equals("If-Match"));
        List<String> allowed = isOpen || roles == null
                ? List.of()
                : Arrays.stream(roles.value().asStringArray()).sorted().toList();
        return new Endpoint(allowed, key(idempotent), isConditional);
    }

    private static Key key(@Nullable AnnotationInstance idempotent) {
        if (idempotent == null) {
            return Key.NONE;
        }
        return idempotent.value("required") != null
                        && idempotent.value("required").asBoolean()
                ? Key.REQUIRED
                : Key.OPTIONAL;
    }

    private static @Nullable AnnotationInstance annotation(ClassInfo resource, MethodInfo method, DotName name) {
        AnnotationInstance own = method.declaredAnnotation(name);
        return own == null ? resource.declaredAnnotation(name) : own;
    }
}
