package cn.qingcheng.housing.history;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of history as its owner sees it: what and when and why, not which officer. */
public record StateChangeResponse(
        @Schema(examples = "2026-09-01T01:00:00Z") Instant at,
        @Schema(examples = "OFFERED") @Nullable String from,
        @Schema(examples = "CLEARING") String to,
        @Schema(examples = "offer accepted") @Nullable String reason) {

    public static StateChangeResponse from(StateChange change) {
        return new StateChangeResponse(change.changedAt(), change.fromStatus(), change.toStatus(), change.reason());
    }
}
