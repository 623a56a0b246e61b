package cn.qingcheng.housing.intake;

import jakarta.persistence.Column;
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
public class UnitImportRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column
    private UUID importId;

    private long rowNumber;
    private @Nullable String unitCode;
    private @Nullable UUID unitId;

    @Enumerated(EnumType.STRING)
    private RowOutcome outcome;

    private String errors;

    protected UnitImportRow() {}

    UnitImportRow(
            UUID importId,
            long rowNumber,
            @Nullable String unitCode,
            @Nullable UUID unitId,
            RowOutcome outcome,
            String errors) {
        this.importId = importId;
        this.rowNumber = rowNumber;
        this.unitCode = unitCode;
        this.unitId = unitId;
        this.outcome = outcome;
        this.errors = errors;
    }

    public long rowNumber() {
        return rowNumber;
    }

    public @Nullable String unitCode() {
        return unitCode;
    }

    public @Nullable UUID unitId() {
        return unitId;
    }

    public RowOutcome outcome() {
        return outcome;
    }

    public String errors() {
        return errors;
    }
}
