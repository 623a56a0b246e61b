package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.standard.CityRegion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An estate to be raised; its code becomes part of the number of each of its units. */
public record CreateEstateRequest(
        @Schema(examples = "SH01") @NotNull @Pattern(regexp = "[A-Z0-9]{2,12}")
        String code,

        @Schema(examples = "赛罕人才公寓") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "150105") @NotNull @CityRegion String regionCode,

        @Schema(examples = "赛罕区样例路1号") @NotBlank @Size(max = 200)
        String address) {}
