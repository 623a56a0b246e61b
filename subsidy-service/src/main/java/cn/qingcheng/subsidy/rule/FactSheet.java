package cn.qingcheng.subsidy.rule;

import cn.qingcheng.subsidy.applicant.TalentFacts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts known of one person on one day; a fact not in it is missing, which is not the same as false. */
public record FactSheet(Map<Fact, Object> known) {

    public FactSheet {
        known = Map.copyOf(known);
    }

    public static FactSheet of(TalentFacts facts, LocalDate today) {
        EnumMap<Fact, Object> known = new EnumMap<>(Fact.class);
        put(known, Fact.EDUCATION_LEVEL, facts.educationLevel());
        known.put(Fact.DEGREE, orEmpty(facts.degree()));
        put(known, Fact.INSTITUTION, facts.institution());
        LocalDate graduatedOn = facts.graduatedOn();
        if (graduatedOn != null) {
            known.put(Fact.YEARS_SINCE_GRADUATION, ChronoUnit.YEARS.between(graduatedOn, today));
        }
        Integer bornInYear = facts.bornInYear();
        if (bornInYear != null) {
            known.put(Fact.AGE, (long) today.getYear() - bornInYear);
        }
        known.put(Fact.TIER, orEmpty(facts.tier()));
        put(known, Fact.REGION_CODE, facts.regionCode());
        TalentFacts.Employment employment = facts.employment();
        if (employment != null) {
            put(known, Fact.EMPLOYMENT_REGION_CODE, employment.regionCode());
            put(known, Fact.SOCIAL_INSURANCE_MONTH, employment.socialInsuranceMonth());
            LocalDate startedOn = employment.startedOn();
            if (startedOn != null) {
                known.put(Fact.MONTHS_EMPLOYED, ChronoUnit.MONTHS.between(startedOn, today));
            }
        }
        known.put(Fact.RETAINED, facts.retainedSince() != null);
        return new FactSheet(known);
    }

    public Set<Fact> missing() {
        EnumSet<Fact> missing = EnumSet.allOf(Fact.class);
        missing.removeAll(known.keySet());
        return missing;
    }

    /** The facts by the names rules call them, in the order of their declaration, to be kept with a decision. */
    public Map<String, Object> byVariable() {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            Object value = known.get(fact);
            if (value != null) {
                named.put(fact.variable(), value);
            }
        }
        return named;
    }

    private static void put(Map<Fact, Object> known, Fact fact, @Nullable Object value) {
        if (value != null) {
            known.put(fact, value);
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
