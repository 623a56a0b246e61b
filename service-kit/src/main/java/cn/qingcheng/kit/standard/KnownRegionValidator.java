package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link KnownRegion}. */
public class KnownRegionValidator implements ConstraintValidator<KnownRegion, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || RegionCode.isKnown(value);
    }
}
