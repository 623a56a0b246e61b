package cn.qingcheng.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method: a request repeated with the same {@code Idempotency-Key} has one effect and one answer
 * (draft-ietf-httpapi-idempotency-key-header). Keys belong to the account that sends them and are kept for 24 hours; one
 * that is sent without an account belongs to this very request.
 *
 * <p>The transaction is opened around the method, so that the row of the key commits with the effect or not at all; a
 * failure stores nothing and may be tried again. A replay gives status, Location, ETag and body of the first answer;
 * the same key with another path or body is a 422, a key whose first request still runs a 409. Without a key the
 * method runs as if it were not annotated.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** Whether to refuse a request without a key (428): wherever money, units or offers move. */
    @Nonbinding
    boolean required() default false;
}
