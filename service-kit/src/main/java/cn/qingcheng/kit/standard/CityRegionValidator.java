package cn.qingcheng.kit.standard;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link CityRegion}. */
public class CityRegionValidator implements ConstraintValidator<CityRegion, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || RegionCode.isInCity(value);
    }
}
