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

/** A professional title of GB/T 8561, see {@link TitleCode}; error {@code UNKNOWN_TITLE}. Null passes. */
@Documented
@Constraint(validatedBy = ProfessionalTitleCodeValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ProfessionalTitleCode {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{UNKNOWN_TITLE}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
