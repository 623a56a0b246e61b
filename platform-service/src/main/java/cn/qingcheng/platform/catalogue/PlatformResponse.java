package cn.qingcheng.platform.catalogue;

import cn.qingcheng.platform.naming.BilingualName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A platform as everybody may see it. */
public record PlatformResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "P0001") String code,
        BilingualName name,
        PlatformKind kind,
        PlatformLevel level,
        PlatformLayout layout,
        @Schema(examples = "和林格尔人才科创中心") String zone,
        PlatformFunction function,
        @Schema(examples = "91150102MA0TE5T084") String operator,
        @Schema(examples = "[\"新材料\", \"新能源\"]") List<String> industries,
        @Schema(examples = "150123") String regionCode,
        @Schema(examples = "111.650000") @Nullable BigDecimal longitude,
        @Schema(examples = "40.800000") @Nullable BigDecimal latitude,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant createdAt,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant updatedAt) {

    static PlatformResponse from(Platform platform) {
        PlatformDetails details = platform.details();
        return new PlatformResponse(
                platform.id(),
                platform.code(),
                details.name(),
                details.kind(),
                details.level(),
                details.layout(),
                details.zone(),
                details.function(),
                details.operator(),
                details.industries(),
                details.regionCode(),
                details.longitude(),
                details.latitude(),
                platform.createdAt(),
                platform.updatedAt());
    }
}
