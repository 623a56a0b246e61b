package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.event.DomainEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that other services may know of a person, whole each time; no ID number, name or phone.
 *
 * @param revision grows with each change; of two facts about a person the higher one counts
 * @param regionCode of the household
 */
public record TalentFacts(
        UUID talentId,
        long revision,
        @Nullable String accountId,
        String educationLevel,
        @Nullable String degree,
        String institution,
        LocalDate graduatedOn,
        int bornInYear,
        @Nullable Tier tier,
        String regionCode,
        @Nullable Employment employment,
        @Nullable LocalDate retainedSince)
        implements DomainEvent {

    /** Where the person works now. */
    public record Employment(
            String employerCode, String regionCode, LocalDate startedOn, YearMonth socialInsuranceMonth) {

        static @Nullable Employment from(@Nullable CurrentEmployment current) {
            return current == null
                    ? null
                    : new Employment(
                            current.employerCode(),
                            current.regionCode(),
                            current.startedOn(),
                            current.socialInsuranceMonth());
        }
    }

    static TalentFacts of(Talent talent) {
        EducationRecord highest = talent.highestEducation();
        return new TalentFacts(
                talent.id(),
                talent.revision(),
                talent.accountId(),
                highest.level(),
                highest.degree(),
                highest.institution(),
                highest.graduatedOn(),
                talent.bornOn().getYear(),
                talent.tier(),
                talent.householdRegion(),
                Employment.from(talent.employment()),
                talent.retainedSince());
    }

    @Override
    public String topic() {
        return "talent.facts.v1";
    }

    @Override
    public String type() {
        return "talent.facts";
    }

    @Override
    public String key() {
        return talentId.toString();
    }
}
