package cn.qingcheng.housing.intake;

import cn.qingcheng.housing.history.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One bulk import and how far it came. */
@Entity
public class UnitImport {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    private long total;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;
    private Instant startedAt;
    private @Nullable Instant finishedAt;

    @Column
    private String startedBy;

    @Version
    private long version;

    protected UnitImport() {}

    UnitImport(Step step) {
        this.status = ImportStatus.RUNNING;
        this.startedAt = step.at();
        this.startedBy = step.by();
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
        status = how;
        finishedAt = at;
    }

    public UUID id() {
        return id;
    }

    public ImportStatus status() {
        return status;
    }

    public long total() {
        return total;
    }

    public long created() {
        return created;
    }

    public long updated() {
        return updated;
    }

    public long unchanged() {
        return unchanged;
    }

    public long rejected() {
        return rejected;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    public long version() {
        return version;
    }
}
