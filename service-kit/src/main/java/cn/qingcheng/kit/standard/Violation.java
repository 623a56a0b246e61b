package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;

/** Tells a validator's finer error code instead of its annotation's default one. */
final class Violation {

    private Violation() {}

    /** Whether there is no problem; if there is, its code becomes the message template. */
    static boolean none(Optional<String> problem, ConstraintValidatorContext context) {
        problem.ifPresent(code -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{" + code + "}").addConstraintViolation();
        });
        return problem.isEmpty();
    }
}
