package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.problem.IllegalTransition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One import and how far it came. */
@Entity
class ImportRun {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    private long total;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;
    private Instant startedAt;
    private String startedBy;
    private @Nullable Instant finishedAt;

    @Version
    private long version;

    protected ImportRun() {}

    ImportRun(ImportKind kind, String startedBy, Instant at) {
        this.kind = kind;
        this.status = ImportStatus.RUNNING;
        this.startedBy = startedBy;
        this.startedAt = at;
    }

    void count(RowOutcome outcome) {
        total++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case REJECTED -> rejected++;
        }
    }

    void end(ImportStatus how, Instant at) {
        if (!status.next().contains(how)) {
            throw IllegalTransition.of(status, how, status.next());
        }
        status = how;
        finishedAt = at;
    }

    UUID id() {
        return id;
    }

    ImportKind kind() {
        return kind;
    }

    ImportStatus status() {
        return status;
    }

    long total() {
        return total;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long unchanged() {
        return unchanged;
    }

    long rejected() {
        return rejected;
    }

    Instant startedAt() {
        return startedAt;
    }

    String startedBy() {
        return startedBy;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }
}
