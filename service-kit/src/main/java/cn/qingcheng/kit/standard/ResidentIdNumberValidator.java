package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides {@link ResidentIdNumber}. */
public class ResidentIdNumberValidator implements ConstraintValidator<ResidentIdNumber, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null
                || Violation.none(
                        ResidentId.problem(
                                value, LocalDate.now(context.getClockProvider().getClock())),
                        context);
    }
}
