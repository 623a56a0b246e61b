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

/** A citizen's ID number, see {@link ResidentId#problem} for its error codes. Null passes: ask for presence apart. */
@Documented
@Constraint(validatedBy = ResidentIdNumberValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ResidentIdNumber {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{ID_NUMBER_FORM}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
