package cn.qingcheng.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Append-only, hash-chained record of who decided what and who read what. */
@ApplicationScoped
public class AuditTrail {
    /**
     * Adds a record to the running transaction; it is written as the last thing before commit. Who did it comes from
     * the caller's token, {@code system} without one.
     *
     * @param action in capitals, such as {@code APPLICATION_APPROVED}
     * @param reason why, as the officer gave it
     * @throws IllegalStateException without a transaction
     */
    public void record(String action, String objectType, String objectId, @Nullable String reason) {
        throw new IllegalStateException("no audit yet of " + action + objectType + objectId + reason);
    }

    /** All records of one object, oldest first. */
    public List<AuditRecord> of(String objectType, String objectId) {
        throw new IllegalStateException("no audit yet of " + objectType + objectId);
    }

    /** Recomputes the chain: the position of the first record that was changed, or empty when all is as written. */
    public OptionalLong verify() {
        throw new IllegalStateException("no audit yet");
    }
}
