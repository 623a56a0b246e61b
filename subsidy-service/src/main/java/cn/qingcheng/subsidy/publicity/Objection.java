package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.problem.IllegalTransition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody says that an application in a list should not be paid. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Objection {
    @Id
    private UUID id;

    private UUID listId;
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private ObjectionStatus status;

    private String statement;
    private byte[] contactCipher;
    private Instant raisedAt;
    private @Nullable String handledBy;
    private @Nullable Instant handledAt;
    private @Nullable String handlingReason;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Objection() {}

    Objection(UUID id, PublicityEntry entry, String statement, byte[] contactCipher, Instant at) {
        this.id = id;
        this.listId = entry.listId();
        this.applicationId = entry.applicationId();
        this.status = ObjectionStatus.OPEN;
        this.statement = statement;
        this.contactCipher = contactCipher;
        this.raisedAt = at;
        this.createdAt = at;
        this.updatedAt = at;
    }

    void handle(ObjectionStatus outcome, String by, Instant at, String reason) {
        if (!status.mayBecome(outcome)) {
            throw IllegalTransition.of(status, outcome, status.allowedNext());
        }
        status = outcome;
        handledBy = by;
        handledAt = at;
        handlingReason = reason;
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID listId() {
        return listId;
    }

    public ObjectionStatus status() {
        return status;
    }

    public String statement() {
        return statement;
    }

    byte[] contactCipher() {
        return contactCipher;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public @Nullable String handlingReason() {
        return handlingReason;
    }
}
