package cn.qingcheng.housing.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who takes a step, when and why; handed to the entity that takes it. */
public record Step(String by, Instant at, @Nullable String reason) {

    /** The line of history this step leaves behind. */
    public StateChange of(SubjectType type, UUID id, @Nullable Enum<?> from, Enum<?> to) {
        return new StateChange(type, id, from == null ? null : from.name(), to.name(), this);
    }

    public Step because(String otherReason) {
        return new Step(by, at, otherReason);
    }
}
