package cn.qingcheng.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A step in a life cycle is often posted without a body, and then without a media type or with the one a tool puts
 * there by itself. Nothing is JSON too, so such a request is not a 415.
 */
public class BodilessRequest {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @ServerRequestFilter(preMatching = true)
    public void nameTheMediaType(ContainerRequestContext request) {
        if (WITH_BODY.contains(request.getMethod()) && isWithoutBody(request) && isUnnamed(request.getMediaType())) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean isWithoutBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0")) && request.getHeaderString("Transfer-Encoding") == null;
    }

    private static boolean isUnnamed(@Nullable MediaType type) {
        return type == null || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }
}
