package cn.qingcheng.subsidy.applicant;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code talent.facts}: the whole present state of one person, in place of all before.
 *
 * @param revision grows with every change of the person's facts
 * @param retainedSince null until the registry has confirmed that she stays in the city
 */
public record TalentFacts(
        UUID talentId,
        long revision,
        @Nullable String accountId,
        @Nullable String educationLevel,
        @Nullable String degree,
        @Nullable String institution,
        @Nullable LocalDate graduatedOn,
        @Nullable Integer bornInYear,
        @Nullable String tier,
        @Nullable String regionCode,
        @Nullable Employment employment,
        @Nullable LocalDate retainedSince) {

    /**
     * The employment an employer has declared.
     *
     * @param socialInsuranceMonth the last month of social insurance known, as {@code 2026-08}
     */
    public record Employment(
            @Nullable String employerCode,
            @Nullable String regionCode,
            @Nullable LocalDate startedOn,
            @Nullable String socialInsuranceMonth) {}
}
