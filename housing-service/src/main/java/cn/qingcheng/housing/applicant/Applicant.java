package cn.qingcheng.housing.applicant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A talent as this service knows them: facts only, no name and no ID number. */
@Entity
public class Applicant {

    @Id
    private UUID talentId;

    private @Nullable String accountId;
    private long revision;
    private String educationLevel;
    private @Nullable String tier;
    private String regionCode;
    private @Nullable String retainedSince;
    private Instant updatedAt;

    protected Applicant() {}

    Applicant(TalentFacts facts, Instant at) {
        this.talentId = facts.talentId();
        learn(facts, at);
    }

    /** Takes facts over unless they are older than what is known; events may come twice or late. */
    void hear(TalentFacts facts, Instant at) {
        if (facts.revision() > revision) {
            learn(facts, at);
        }
    }

    private void learn(TalentFacts facts, Instant at) {
        accountId = facts.accountId();
        revision = facts.revision();
        educationLevel = facts.educationLevel();
        tier = facts.tier();
        regionCode = facts.regionCode();
        retainedSince = facts.retainedSince();
        updatedAt = at;
    }

    public UUID talentId() {
        return talentId;
    }

    public @Nullable String accountId() {
        return accountId;
    }

    public long revision() {
        return revision;
    }

    public String educationLevel() {
        return educationLevel;
    }

    public @Nullable String tier() {
        return tier;
    }

    public String regionCode() {
        return regionCode;
    }

    public @Nullable String retainedSince() {
        return retainedSince;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
