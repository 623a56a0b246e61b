package cn.qingcheng.housing.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of history as its owner sees it: what and when and why, not which officer. */
public record StateChangeResponse(
        Instant at,
        @Nullable String from,
        String to,
        @Nullable String reason) {

    public static StateChangeResponse from(StateChange change) {
        return new StateChangeResponse(change.changedAt(), change.fromStatus(), change.toStatus(), change.reason());
    }
}
