package cn.qingcheng.housing.stock;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record EstateResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "SH01") String code,
        @Schema(examples = "赛罕人才公寓") String name,
        @Schema(examples = "150105") String regionCode,
        @Schema(examples = "赛罕区样例路1号") String address) {

    static EstateResponse from(Estate estate) {
        return new EstateResponse(estate.id(), estate.code(), estate.name(), estate.regionCode(), estate.address());
    }
}
