package cn.qingcheng.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads every JSON body: bounded, strictly, with all its errors at once. A missing body is an error unless the
 * parameter is marked {@code @Nullable}.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class JsonBodyReader implements MessageBodyReader<Object> {

    /** Longest JSON body; what is longer goes as NDJSON. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String DIGEST = JsonBodyReader.class.getName() + ".digest";

    @Inject
    JsonInput input;

    @Inject
    CurrentVertxRequest request;

    @Context
    ResourceInfo resource;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return !InputStream.class.isAssignableFrom(type) && type != byte[].class && type != String.class;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] json = body.readNBytes(MAX_BYTES + 1);
        if (json.length > MAX_BYTES) {
            throw new ProblemException(StandardProblem.BODY_TOO_LARGE, MAX_BYTES);
        }
        request.getCurrent().put(DIGEST, sha256(json));
        if (json.length == 0) {
            return absent(genericType);
        }
        JsonNode tree = input.parse(json);
        return JsonNode.class.isAssignableFrom(type)
                ? tree
                : input.bind(tree, genericType).orThrow();
    }

    /** SHA-256 of the body that the present request was read from, or null when it had no JSON body. */
    public static byte @Nullable [] digest(RoutingContext request) {
        return request.get(DIGEST);
    }

    private @Nullable Object absent(Type bodyType) {
        Method method = resource.getResourceMethod();
        for (AnnotatedType parameter : method.getAnnotatedParameterTypes()) {
            if (parameter.getType().equals(bodyType) && parameter.isAnnotationPresent(Nullable.class)) {
                return null;
            }
        }
        throw ProblemException.invalidInput(List.of(InputError.of("", "REQUIRED")));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
