package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.problem.IllegalTransition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** One upload of a university, and how many of its rows came to what. */
@Entity
@Table(name = "sync_batch")
class SyncBatch {

    @Id
    private UUID id;

    private String source;

    @Enumerated(EnumType.STRING)
    private SyncBatchStatus status;

    private long total;
    private long created;
    private long updated;
    private long unchanged;
    private long staleIgnored;
    private long rejected;
    private Instant startedAt;
    private @Nullable Instant finishedAt;

    @Version
    private long version;

    protected SyncBatch() {}

    SyncBatch(String source, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.source = source;
        this.status = SyncBatchStatus.RUNNING;
        this.startedAt = at;
    }

    void add(RowOutcome outcome) {
        total++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case STALE_IGNORED -> staleIgnored++;
            case REJECTED -> rejected++;
        }
    }

    void finish(Instant at) {
        end(SyncBatchStatus.FINISHED, at);
    }

    void interrupt(Instant at) {
        end(SyncBatchStatus.INTERRUPTED, at);
    }

    private void end(SyncBatchStatus to, Instant at) {
        if (!status.next().contains(to)) {
            throw IllegalTransition.of(status, to, status.next());
        }
        status = to;
        finishedAt = at;
    }

    UUID id() {
        return id;
    }

    String source() {
        return source;
    }

    SyncBatchStatus status() {
        return status;
    }

    long total() {
        return total;
    }

    long count(RowOutcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
            case STALE_IGNORED -> staleIgnored;
            case REJECTED -> rejected;
        };
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    long version() {
        return version;
    }
}
