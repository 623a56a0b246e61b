package cn.qingcheng.housing.release;

import cn.qingcheng.housing.history.Step;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A decision to let units go to applicants. Its size is fixed when it is made. */
@Entity
@Immutable
public class ReleaseBatch {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private @Nullable String estateCode;
    private int unitCount;
    private Instant releasedAt;
    private String releasedBy;

    protected ReleaseBatch() {}

    ReleaseBatch(String name, @Nullable String estateCode, int unitCount, Step step) {
        this.name = name;
        this.estateCode = estateCode;
        this.unitCount = unitCount;
        this.releasedAt = step.at();
        this.releasedBy = step.by();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String estateCode() {
        return estateCode;
    }

    public int unitCount() {
        return unitCount;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    public String releasedBy() {
        return releasedBy;
    }
}
