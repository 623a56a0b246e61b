package cn.qingcheng.platform.catalogue;

import cn.qingcheng.platform.naming.BilingualName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A platform as everybody may see it. */
public record PlatformResponse(
        UUID id,
        String code,
        BilingualName name,
        PlatformKind kind,
        PlatformLevel level,
        PlatformLayout layout,
        String zone,
        PlatformFunction function,
        String operator,
        List<String> industries,
        String regionCode,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        Instant createdAt,
        Instant updatedAt) {

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
