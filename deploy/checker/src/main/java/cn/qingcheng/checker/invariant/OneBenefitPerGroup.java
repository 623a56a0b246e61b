package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Nobody holds two benefits that exclude each other, whoever gives them, and nobody holds one unknown to the register. */
final class OneBenefitPerGroup implements Invariant {

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String name() {
        return "benefits";
    }

    @Override
    public String sentence() {
        return "Nobody holds two benefits of one exclusion group, in the register, the subsidies and the leases together.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Map<String, String> groups = new HashMap<>();
        Database talent = city.talent();
        talent.each(
                "select code, exclusion_group from benefit_kind where exclusion_group is not null",
                row -> groups.put(row.getString(1), row.getString(2)));
        Holdings register = new Holdings(groups);
        talent.each(
                "select talent_id::text, kind, id::text from benefit_claim where status = 'HELD'",
                row -> register.add(row.getString(1), row.getString(2), row.getString(3)));
        Holdings given = new Holdings(groups);
        city.subsidy().each("""
                select e.talent_id::text, v.benefit_kind, a.claim_id::text
                  from entitlement e join application a on a.id = e.application_id
                       join scheme_version v on v.id = a.scheme_version_id
                 where a.status = 'ENTITLED' and v.benefit_kind is not null""", row -> given.add(row.getString(1), row.getString(2), row.getString(3)));
        // A claim for a flat has the id of its offer.
        city.housing()
                .each(
                        "select talent_id::text, 'TALENT_APARTMENT', offer_id::text from lease"
                                + " where status not in ('VACATED', 'SETTLED')",
                        row -> given.add(row.getString(1), row.getString(2), row.getString(3)));
        List<String> unknown = new ArrayList<>();
        given.each((holder, claim) -> {
            if (!register.has(holder, claim)) {
                unknown.add(holder + " by claim " + claim);
            }
        });
        return new Findings(number())
                .counted(register.size(), "benefits held in the register")
                .counted(given.size(), "given")
                .none(
                        "a person with two benefits of one group",
                        register.and(given).several())
                .none("a benefit given that the register does not hold", unknown)
                .done();
    }

    /** Claims by person and exclusion group. */
    private static final class Holdings {
        private final Map<String, String> groups;
        private final Map<String, Set<String>> claims = new TreeMap<>();

        Holdings(Map<String, String> groups) {
            this.groups = groups;
        }

        void add(String person, String kind, String claim) {
            String group = groups.get(kind);
            if (group != null) {
                claims.computeIfAbsent("person " + person + " in " + group, holder -> new TreeSet<>())
                        .add(claim);
            }
        }

        boolean has(String holder, String claim) {
            return claims.getOrDefault(holder, Set.of()).contains(claim);
        }

        int size() {
            return claims.values().stream().mapToInt(Set::size).sum();
        }

        void each(BiConsumer<String, String> taker) {
            claims.forEach((holder, held) -> held.forEach(claim -> taker.accept(holder, claim)));
        }

        Holdings and(Holdings others) {
            Holdings both = new Holdings(groups);
            for (Holdings one : List.of(this, others)) {
                one.each((holder, claim) -> both.claims
                        .computeIfAbsent(holder, first -> new TreeSet<>())
                        .add(claim));
            }
            return both;
        }

        List<String> several() {
            return claims.entrySet().stream()
                    .filter(held -> held.getValue().size() > 1)
                    .map(held -> held.getKey() + " by claims " + String.join(", ", held.getValue()))
                    .toList();
        }
    }
}
