package cn.qingcheng.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the method does not know, so that a typing error shows, and one that cannot be read,
 * which the framework would answer as 404.
 */
public class QueryParameterFilter {

    /** One entry for each resource method, so it is bounded by the code. */
    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
        Method method = resource.getResourceMethod();
        if (query.isEmpty() || method == null) {
            return;
        }
        List<InputError> errors =
                known.computeIfAbsent(method, QueryParameters::of).errorsOf(query);
        if (!errors.isEmpty()) {
            boolean isAllUnknown =
                    errors.stream().allMatch(error -> error.code().equals("UNKNOWN_PARAMETER"));
            throw new ProblemException(isAllUnknown ? StandardProblem.UNKNOWN_PARAMETER : StandardProblem.INVALID_INPUT)
                    .withErrors(errors);
        }
    }
}
