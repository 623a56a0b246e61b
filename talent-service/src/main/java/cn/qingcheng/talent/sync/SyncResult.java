package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.problem.InputError;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What became of one row, with all that is wrong with it and nothing of what it said. */
@Entity
@Immutable
@Table(name = "sync_result")
class SyncResult {

    @EmbeddedId
    private ResultKey key;

    private @Nullable String externalId;

    @Enumerated(EnumType.STRING)
    private RowOutcome outcome;

    private @Nullable UUID talentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<InputError> errors;

    protected SyncResult() {}

    private SyncResult(
            ResultKey key,
            @Nullable String externalId,
            RowOutcome outcome,
            @Nullable UUID talentId,
            List<InputError> errors) {
        this.key = key;
        this.externalId = externalId;
        this.outcome = outcome;
        this.talentId = talentId;
        this.errors = errors;
    }

    static SyncResult taken(ResultKey key, String externalId, RowOutcome outcome, UUID talentId) {
        return new SyncResult(key, externalId, outcome, talentId, List.of());
    }

    static SyncResult rejected(ResultKey key, @Nullable String externalId, List<InputError> errors) {
        return new SyncResult(key, externalId, RowOutcome.REJECTED, null, List.copyOf(errors));
    }

    long row() {
        return key.row();
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    RowOutcome outcome() {
        return outcome;
    }

    @Nullable
    UUID talentId() {
        return talentId;
    }

    List<InputError> errors() {
        return errors;
    }
}
