package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.standard.CityRegion;
import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.platform.naming.BilingualName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be edited of a platform.
 *
 * @param operator unified social credit code of who runs it
 * @param longitude degrees east; given together with {@code latitude} or not at all
 */
@Schema(name = "PlatformDetails")
public record PlatformDetails(
        @NotNull @Valid BilingualName name,
        @NotNull PlatformKind kind,
        @NotNull PlatformLevel level,
        @NotNull PlatformLayout layout,

        @Schema(examples = "和林格尔人才科创中心") @NotBlank @Size(max = 100)
        String zone,

        @NotNull PlatformFunction function,

        @Schema(examples = "91150102MA0TE5T084") @NotNull @CreditCode
        String operator,

        @Schema(examples = "[\"新材料\", \"新能源\"]") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 50) String> industries,

        @Schema(examples = "150123") @NotNull @CityRegion String regionCode,

        @Schema(examples = "111.650000")
        @Nullable
        @DecimalMin("73")
        @DecimalMax("136")
        @Digits(integer = 3, fraction = 6)
        BigDecimal longitude,

        @Schema(examples = "40.800000") @Nullable @DecimalMin("3") @DecimalMax("54") @Digits(integer = 2, fraction = 6)
        BigDecimal latitude) {

    /** What is wrong between the fields. */
    List<InputError> inconsistencies() {
        if ((longitude == null) == (latitude == null)) {
            return List.of();
        }
        return List.of(InputError.of(longitude == null ? "/longitude" : "/latitude", "COORDINATES_INCOMPLETE"));
    }
}
