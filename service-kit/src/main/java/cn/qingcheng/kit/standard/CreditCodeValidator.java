package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link CreditCode}. */
public class CreditCodeValidator implements ConstraintValidator<CreditCode, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || Violation.none(UnifiedSocialCreditCode.problem(value), context);
    }
}
