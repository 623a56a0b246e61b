package cn.qingcheng.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Does what {@link Idempotent} promises. After the checks of roles, before any transaction of the service. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {

    static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Duration IN_FLIGHT_RETRY = Duration.ofSeconds(1);
    private static final String STRANGER = "stranger/";
    private static final int FIRST_FAILURE_STATUS = 400;
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    @Inject
    CurrentVertxRequest currentRequest;

    @Inject
    Caller caller;

    @Inject
    IdempotencyKeys keys;

    @Inject
    ObjectMapper json;

    @AroundInvoke
    @Nullable
    Object answerOnce(InvocationContext call) throws Exception {
        RoutingContext request = currentRequest.getCurrent();
        String key = request.request().getHeader(KEY_HEADER);
        if (key == null) {
            if (isRequired(call.getMethod())) {
                throw new ProblemException(StandardProblem.IDEMPOTENCY_KEY_REQUIRED);
            }
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalidInput(List.of(InputError.of("header:" + KEY_HEADER, "BAD_IDEMPOTENCY_KEY")));
        }
        String scope = caller.account().orElseGet(() -> scopeOfStranger(request));
        Object answer = QuarkusTransaction.requiringNew().call(() -> once(scope, key, new Fingerprint(request), call));
        if (answer instanceof StoredAnswer stored) {
            throw new Replay(stored);
        }
        return answer;
    }

    /** Keys of strangers could collide, and one must not read the other's answer unless they say the very same. */
    private static String scopeOfStranger(RoutingContext request) {
        return STRANGER + HexFormat.of().formatHex(new Fingerprint(request).finish());
    }

    private @Nullable Object once(String scope, String key, Fingerprint fingerprint, InvocationContext call)
            throws Exception {
        if (!keys.tryLock(scope, key)) {
            throw new ProblemException(StandardProblem.REQUEST_IN_FLIGHT).retryAfter(IN_FLIGHT_RETRY);
        }
        call.setParameters(fingerprint.watch(call.getParameters()));
        StoredAnswer first = keys.find(scope, key, fingerprint::finish);
        if (first != null) {
            return first;
        }
        Object answer = call.proceed();
        StoredAnswer kept = answerOf(answer, call.getMethod());
        if (kept.status() < FIRST_FAILURE_STATUS) {
            keys.keep(scope, key, fingerprint.finish(), kept);
        }
        return answer;
    }

    private static boolean isRequired(Method method) {
        Idempotent onMethod = method.getAnnotation(Idempotent.class);
        Idempotent found = onMethod == null ? method.getDeclaringClass().getAnnotation(Idempotent.class) : onMethod;
        return found != null && found.required();
    }

    private StoredAnswer answerOf(@Nullable Object answer, Method method) {
        if (answer instanceof Response response) {
            return stored(response);
        }
        if (answer instanceof RestResponse<?> response) {
            return stored(response.toResponse());
        }
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        int usual = answer == null ? Response.Status.NO_CONTENT.getStatusCode() : Response.Status.OK.getStatusCode();
        return stored(Response.status(declared == null ? usual : declared.value())
                .entity(answer)
                .build());
    }

    private StoredAnswer stored(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        byte[] body = bytes(response.getEntity());
        if (body != null) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON + ";charset=UTF-8");
        }
        return new StoredAnswer(response.getStatus(), headers, body);
    }

    private byte @Nullable [] bytes(@Nullable Object entity) {
        if (entity == null) {
            return null;
        }
        if (entity instanceof byte[] raw) {
            return raw;
        }
        if (entity instanceof String text) {
            return text.getBytes(UTF_8);
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
