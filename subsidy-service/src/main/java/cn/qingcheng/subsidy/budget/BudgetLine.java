package cn.qingcheng.subsidy.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** One line of one year's budget; its accounts are kept by the ledger. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class BudgetLine {
    @Id
    private UUID id;

    private String code;
    private String nameZh;
    private String nameEn;
    private int year;
    private String createdBy;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected BudgetLine() {}

    public BudgetLine(String code, BudgetLineName name, int year, String by, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.code = code;
        this.nameZh = name.zh();
        this.nameEn = name.en();
        this.year = year;
        this.createdBy = by;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public BudgetLineName name() {
        return new BudgetLineName(nameZh, nameEn);
    }

    public int year() {
        return year;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
