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

/** An education level of GB/T 4658; error {@code UNKNOWN_EDUCATION_LEVEL}. Null passes. */
@Documented
@Constraint(validatedBy = EducationLevelCodeValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EducationLevelCode {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{UNKNOWN_EDUCATION_LEVEL}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
