package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides {@link GraduateLevelCode}. */
public class GraduateLevelCodeValidator implements ConstraintValidator<GraduateLevelCode, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || Violation.none(problem(value), context);
    }

    private static Optional<String> problem(String code) {
        Optional<EducationLevel> level = EducationLevel.find(code);
        if (level.isEmpty()) {
            return Optional.of("UNKNOWN_EDUCATION_LEVEL");
        }
        return level.get().isHigherEducationGraduate() ? Optional.empty() : Optional.of("LEVEL_NOT_GRADUATED");
    }
}
