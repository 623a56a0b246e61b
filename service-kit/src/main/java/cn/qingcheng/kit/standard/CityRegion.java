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

/** The code of the city or one of its districts, banners and counties; error {@code UNKNOWN_CITY_REGION}. Null passes. */
@Documented
@Constraint(validatedBy = CityRegionValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CityRegion {

    /** The error code in braces; its words are found under {@code input.CODE}. */
    String message() default "{UNKNOWN_CITY_REGION}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
