package cn.qingcheng.talent.employer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** One declaration: the employer has paid the person's social insurance for the month. */
@Entity
@Table(name = "employment")
class Employment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employer_id")
    private Employer employer;

    private UUID talentId;
    private String regionCode;
    private String post;
    private LocalDate startedOn;
    private YearMonth socialInsuranceMonth;
    private Instant declaredAt;

    @Version
    private long version;

    protected Employment() {}

    Employment(Employer employer, UUID talentId, DeclareEmploymentRequest declared, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.employer = employer;
        this.talentId = talentId;
        this.regionCode = declared.regionCode();
        this.post = declared.post();
        this.startedOn = declared.startedOn();
        this.socialInsuranceMonth = declared.socialInsuranceMonth();
        this.declaredAt = at;
    }

    UUID id() {
        return id;
    }

    Employer employer() {
        return employer;
    }

    UUID talentId() {
        return talentId;
    }

    String regionCode() {
        return regionCode;
    }

    String post() {
        return post;
    }

    LocalDate startedOn() {
        return startedOn;
    }

    YearMonth socialInsuranceMonth() {
        return socialInsuranceMonth;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    long version() {
        return version;
    }
}
