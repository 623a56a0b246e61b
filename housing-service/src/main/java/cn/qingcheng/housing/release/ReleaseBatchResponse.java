package cn.qingcheng.housing.release;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record ReleaseBatchResponse(
        UUID id, String name, @Nullable String estate, int unitCount, Instant releasedAt) {

    static ReleaseBatchResponse from(ReleaseBatch batch) {
        return new ReleaseBatchResponse(
                batch.id(), batch.name(), batch.estateCode(), batch.unitCount(), batch.releasedAt());
    }
}
