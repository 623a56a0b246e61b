package cn.qingcheng.housing.history;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One change of state, written once. Ids are time-ordered, so that the order of a subject's changes is theirs. */
@Entity
@Immutable
public class StateChange {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private SubjectType subjectType;

    private UUID subjectId;
    private @Nullable String fromStatus;
    private String toStatus;
    private Instant changedAt;
    private String changedBy;
    private @Nullable String reason;

    protected StateChange() {}

    StateChange(SubjectType subjectType, UUID subjectId, @Nullable String fromStatus, String toStatus, Step step) {
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.fromStatus = fromStatus;
        this.toStatus = toStatus;
        this.changedAt = step.at();
        this.changedBy = step.by();
        this.reason = step.reason();
    }

    public SubjectType subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public @Nullable String fromStatus() {
        return fromStatus;
    }

    public String toStatus() {
        return toStatus;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String changedBy() {
        return changedBy;
    }

    public @Nullable String reason() {
        return reason;
    }
}
