package cn.qingcheng.subsidy.disbursement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A return file taken in: known by its digest, so that the same file has its effect once. */
@Entity
@Immutable
public class BankReturn {
    @Id
    private UUID id;

    private UUID batchId;
    private String digest;
    private String importedBy;
    private Instant importedAt;

    @ElementCollection
    @CollectionTable(name = "bank_return_line", joinColumns = @JoinColumn(name = "bank_return_id"))
    @OrderBy("lineNumber")
    private List<ReturnLine> lines;

    protected BankReturn() {}

    BankReturn(UUID batchId, String digest, List<ReturnLine> lines, String by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.batchId = batchId;
        this.digest = digest;
        this.lines = new ArrayList<>(lines);
        this.importedBy = by;
        this.importedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID batchId() {
        return batchId;
    }

    public String digest() {
        return digest;
    }

    public String importedBy() {
        return importedBy;
    }

    public Instant importedAt() {
        return importedAt;
    }

    public List<ReturnLine> lines() {
        return List.copyOf(lines);
    }
}
