package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link ProfessionalTitleCode}. */
public class ProfessionalTitleCodeValidator implements ConstraintValidator<ProfessionalTitleCode, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || TitleCode.isValid(value);
    }
}
