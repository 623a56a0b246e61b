package cn.qingcheng.kit.problem;

import cn.qingcheng.kit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * One line for each refusal that may be an attack, under a name that stays. Says which operation, which codes and, where a
 * role was missing, whose account; never the path, for its parts are what a caller made up, and never a value.
 */
@ApplicationScoped
class SecurityLog {

    /** A category of its own, so that it can be sent where somebody watches. */
    static final String CATEGORY = "cn.qingcheng.security";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    void tell(ProblemException problem, SimpleResourceInfo operation) {
        boolean hasToken = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        SecurityEvent event = SecurityEvent.of(problem.code().status(), hasToken);
        if (event != null) {
            LOG.info(event + " code=" + problem.code().name() + " operation=" + name(operation) + accountOf(event)
                    + errorsOf(problem));
        }
    }

    private static String name(SimpleResourceInfo operation) {
        Class<?> resource = operation.getResourceClass();
        return resource == null ? "none" : resource.getSimpleName() + "." + operation.getMethodName();
    }

    /** Of other events the token may be unread or bad; the correlation id leads to the gateway's line, which has it. */
    private String accountOf(SecurityEvent event) {
        return event == SecurityEvent.ROLE_REFUSED
                ? " account=" + caller.account().orElse("none")
                : "";
    }

    private static String errorsOf(ProblemException problem) {
        return problem.errors().isEmpty()
                ? ""
                : problem.errors().stream()
                        .map(InputError::code)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",", " errors=", ""));
    }
}
