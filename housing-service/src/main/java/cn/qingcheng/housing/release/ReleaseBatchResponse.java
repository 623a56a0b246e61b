package cn.qingcheng.housing.release;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

public record ReleaseBatchResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "2026年首批") String name,
        @Schema(examples = "SH01") @Nullable String estate,
        @Schema(examples = "5077") int unitCount,
        @Schema(examples = "2026-09-01T01:00:00Z") Instant releasedAt) {

    static ReleaseBatchResponse from(ReleaseBatch batch) {
        return new ReleaseBatchResponse(
                batch.id(), batch.name(), batch.estateCode(), batch.unitCount(), batch.releasedAt());
    }
}
