package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.standard.ResidentId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person the city knows, with what she studied, where she works and whether she has claimed her record. */
@Entity
@Table(name = "talent")
public class Talent {

    @Id
    private UUID id;

    @Embedded
    private SealedPerson sealedPerson;

    private LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    private ResidentId.Sex sex;

    private String householdRegion;
    private String reportedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Tier tier;

    private @Nullable String accountId;
    private @Nullable Instant claimedAt;

    @Embedded
    private @Nullable CurrentEmployment employment;

    @Column(name = "retained_since")
    private @Nullable LocalDate retainedSince;

    @OneToMany(mappedBy = "talent", cascade = CascadeType.PERSIST)
    private List<EducationRecord> educationRecords = new ArrayList<>();

    private long revision;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant updatedAt;

    @Version
    private long version;

    protected Talent() {}

    Talent(UUID id, String reportedBy, ResidentId residentId, SealedPerson person, String household, Instant at) {
        this.id = id;
        this.reportedBy = reportedBy;
        this.sealedPerson = person;
        this.householdRegion = household;
        this.bornOn = residentId.birthDate();
        this.sex = residentId.sex();
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** What the person is called, reached by and where she is at home; told again when it changes. */
    void describe(SealedPerson person, String household, Instant at) {
        this.sealedPerson = person;
        this.householdRegion = household;
        changed(at);
    }

    EducationRecord study(SourceKey key, StudyReport report, Instant at) {
        EducationRecord education = new EducationRecord(this, key, report, at);
        educationRecords.add(education);
        changed(at);
        return education;
    }

    /** The person has shown that the record is hers; from now on the account sees and acts on it. */
    public void claim(String account, Instant at) {
        if (accountId != null) {
            throw new IllegalStateException("Talent " + id + " is claimed already");
        }
        accountId = account;
        claimedAt = at;
        changed(at);
    }

    /** An employer has declared an employment; a later month than the one known replaces it. */
    public void employ(CurrentEmployment declared, Instant at) {
        CurrentEmployment known = employment;
        if (known == null || !declared.socialInsuranceMonth().isBefore(known.socialInsuranceMonth())) {
            employment = declared;
            changed(at);
        }
    }

    public void retain(LocalDate since, Instant at) {
        retainedSince = since;
        changed(at);
    }

    void changed(Instant at) {
        revision++;
        updatedAt = at;
    }

    /** Returns the record that counts where one education is asked for. */
    public EducationRecord highestEducation() {
        return Collections.max(educationRecords, EducationRecord.LOWEST_FIRST);
    }

    public boolean isOwnedBy(String source) {
        return reportedBy.equals(source);
    }

    String reportedBy() {
        return reportedBy;
    }

    public UUID id() {
        return id;
    }

    SealedPerson sealedPerson() {
        return sealedPerson;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public ResidentId.Sex sex() {
        return sex;
    }

    public String householdRegion() {
        return householdRegion;
    }

    public @Nullable Tier tier() {
        return tier;
    }

    public @Nullable String accountId() {
        return accountId;
    }

    public @Nullable Instant claimedAt() {
        return claimedAt;
    }

    public @Nullable CurrentEmployment employment() {
        return employment;
    }

    public @Nullable LocalDate retainedSince() {
        return retainedSince;
    }

    public List<EducationRecord> educationRecords() {
        return Collections.unmodifiableList(educationRecords);
    }

    public long revision() {
        return revision;
    }

    public long version() {
        return version;
    }
}
