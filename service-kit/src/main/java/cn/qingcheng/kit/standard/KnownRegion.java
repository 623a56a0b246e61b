package cn.qingcheng.kit.standard;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A region of the city, or six digits in a province that exists; error {@code UNKNOWN_REGION}. Null passes. */
@Documented
@Constraint(validatedBy = KnownRegionValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownRegion {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{UNKNOWN_REGION}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
