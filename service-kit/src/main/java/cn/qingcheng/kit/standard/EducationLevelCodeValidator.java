package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link EducationLevelCode}. */
public class EducationLevelCodeValidator implements ConstraintValidator<EducationLevelCode, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || EducationLevel.find(value).isPresent();
    }
}
