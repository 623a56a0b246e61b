package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.standard.CityRegion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An estate to be raised; its code becomes part of the number of each of its units. */
public record CreateEstateRequest(
        @NotNull @Pattern(regexp = "[A-Z0-9]{2,12}") String code,
        @NotBlank @Size(max = 100) String name,
        @NotNull @CityRegion String regionCode,
        @NotBlank @Size(max = 200) String address) {}
