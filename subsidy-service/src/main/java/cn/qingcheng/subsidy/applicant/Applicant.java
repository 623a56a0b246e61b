package cn.qingcheng.subsidy.applicant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last known facts of one person. Older revisions that arrive late change nothing. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Applicant {
    @Id
    private UUID talentId;

    private long revision;
    private @Nullable String accountId;
    private @Nullable String educationLevel;
    private @Nullable String degree;
    private @Nullable String institution;
    private @Nullable LocalDate graduatedOn;
    private @Nullable Integer bornInYear;
    private @Nullable String tier;
    private @Nullable String regionCode;
    private @Nullable String employerCode;
    private @Nullable String employmentRegionCode;
    private @Nullable LocalDate employedSince;
    private @Nullable String socialInsuranceMonth;
    private @Nullable LocalDate retainedSince;
    private Instant updatedAt;

    protected Applicant() {}

    public Applicant(TalentFacts facts, Instant at) {
        this.talentId = facts.talentId();
        take(facts, at);
    }

    /** Takes over a newer revision; tells whether it was newer. */
    public boolean learn(TalentFacts facts, Instant at) {
        if (facts.revision() <= revision) {
            return false;
        }
        take(facts, at);
        return true;
    }

    private void take(TalentFacts facts, Instant at) {
        revision = facts.revision();
        accountId = facts.accountId();
        educationLevel = facts.educationLevel();
        degree = facts.degree();
        institution = facts.institution();
        graduatedOn = facts.graduatedOn();
        bornInYear = facts.bornInYear();
        tier = facts.tier();
        regionCode = facts.regionCode();
        TalentFacts.Employment employment = facts.employment();
        employerCode = employment == null ? null : employment.employerCode();
        employmentRegionCode = employment == null ? null : employment.regionCode();
        employedSince = employment == null ? null : employment.startedOn();
        socialInsuranceMonth = employment == null ? null : employment.socialInsuranceMonth();
        retainedSince = facts.retainedSince();
        updatedAt = at;
    }

    public TalentFacts facts() {
        TalentFacts.Employment employment = employerCode == null && employmentRegionCode == null
                ? null
                : new TalentFacts.Employment(employerCode, employmentRegionCode, employedSince, socialInsuranceMonth);
        return new TalentFacts(
                talentId,
                revision,
                accountId,
                educationLevel,
                degree,
                institution,
                graduatedOn,
                bornInYear,
                tier,
                regionCode,
                employment,
                retainedSince);
    }

    public UUID talentId() {
        return talentId;
    }

    public @Nullable String educationLevel() {
        return educationLevel;
    }

    public long revision() {
        return revision;
    }

    /** When this service learnt it. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
