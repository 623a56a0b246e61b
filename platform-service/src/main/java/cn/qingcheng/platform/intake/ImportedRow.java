package cn.qingcheng.platform.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What became of one row; its errors as JSON, worded when they are read. */
@Entity
@Immutable
class ImportedRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID importId;
    private long rowNumber;
    private @Nullable String code;

    @Enumerated(EnumType.STRING)
    private RowOutcome outcome;

    private @Nullable UUID subjectId;
    private String errors;

    protected ImportedRow() {}

    ImportedRow(UUID importId, long rowNumber, @Nullable String code, Taken taken, String errors) {
        this.importId = importId;
        this.rowNumber = rowNumber;
        this.code = code;
        this.outcome = taken.outcome();
        this.subjectId = taken.subjectId();
        this.errors = errors;
    }

    UUID importId() {
        return importId;
    }

    long rowNumber() {
        return rowNumber;
    }

    @Nullable
    String code() {
        return code;
    }

    RowOutcome outcome() {
        return outcome;
    }

    @Nullable
    UUID subjectId() {
        return subjectId;
    }

    String errors() {
        return errors;
    }
}
