package cn.qingcheng.subsidy.entitlement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What the city owes a person for one application: so much a month, for so many months. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Entitlement {
    @Id
    private UUID id;

    private UUID applicationId;
    private UUID talentId;
    private String schemeCode;
    private String budgetLineCode;
    private long monthlyAmountFen;
    private int months;
    private String firstPeriod;

    @OneToMany(mappedBy = "entitlement", cascade = CascadeType.PERSIST)
    @OrderBy("period")
    private List<Instalment> instalments = new ArrayList<>();

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Entitlement() {}

    Entitlement(EntitlementTerms terms, YearMonth first, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.applicationId = terms.applicationId();
        this.talentId = terms.talentId();
        this.schemeCode = terms.schemeCode();
        this.budgetLineCode = terms.budgetLineCode();
        this.monthlyAmountFen = terms.monthlyAmountFen();
        this.months = terms.months();
        this.firstPeriod = first.toString();
        this.createdAt = at;
        this.updatedAt = at;
        for (int month = 0; month < months; month++) {
            String period = first.plusMonths(month).toString();
            instalments.add(new Instalment(this, talentId, schemeCode, period, monthlyAmountFen, at));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public String budgetLineCode() {
        return budgetLineCode;
    }

    public String firstPeriod() {
        return firstPeriod;
    }

    public List<Instalment> instalments() {
        return List.copyOf(instalments);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
