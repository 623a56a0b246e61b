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

/** An education level of GB/T 4658 that is a graduation from higher education; errors {@code UNKNOWN_EDUCATION_LEVEL} and {@code LEVEL_NOT_GRADUATED}. Null passes. */
@Documented
@Constraint(validatedBy = GraduateLevelCodeValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface GraduateLevelCode {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{LEVEL_NOT_GRADUATED}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
