package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The benefit register: who asked for what, what was decided, what was answered, and what the asker made of it. */
final class RegisterRebuilt implements Projection {
    private static final String REGISTER = "talent.benefit";
    private static final String ANSWERED = "subsidy.clearing";
    private static final String CLEARED = "benefit.cleared";
    private static final String REFUSED = "benefit.refused";

    @Override
    public void compare(CityUnderCheck city, Heard heard, Findings findings) {
        Rows asked = new Rows("talent_id", "kind", "reference");
        heard.each(REGISTER, event -> claim(event, asked));
        Rows live = new Rows("talent_id", "kind", "reference");
        Map<String, String> decisions = new TreeMap<>();
        city.talent()
                .each(
                        "select id::text, talent_id::text, kind, reference, status, reason_code from benefit_claim",
                        row -> {
                            live.put(row.getString(1), List.of(row.getString(2), row.getString(3), row.getString(4)));
                            decisions.put(row.getString(1), said(row.getString(5), row.getString(6)));
                        });
        Map<String, Set<String>> answers = new HashMap<>();
        heard.each(ANSWERED, event -> answer(event, answers));
        boolean isWhole = heard.isWhole(REGISTER) && heard.isWhole(ANSWERED);
        findings.counted(live.size(), "claims in the register")
                .none("claims in the register are not what was claimed", asked.differencesOf(live, "claim", isWhole));
        if (isWhole) {
            findings.none("claims whose answer is not the register's decision", unlike(decisions, answers));
        }
        findings.none("an asker that has not taken the register's decision over", notTakenOver(city, decisions));
    }

    private static void claim(Event event, Rows asked) {
        String claim = event.text("claimId");
        boolean isClaim = event.type().equals("benefit.claimed") || event.type().equals("benefit.released");
        if (isClaim && claim != null) {
            asked.put(claim, Arrays.asList(event.text("talentId"), event.text("kind"), event.text("reference")));
        }
    }

    private static void answer(Event event, Map<String, Set<String>> answers) {
        String claim = event.text("claimId");
        if (claim == null) {
            return;
        }
        if (event.type().equals(CLEARED)) {
            answers.computeIfAbsent(claim, key -> new TreeSet<>()).add("HELD");
        } else if (event.type().equals(REFUSED)) {
            answers.computeIfAbsent(claim, key -> new TreeSet<>()).add(said("REFUSED", event.text("reasonCode")));
        }
    }

    private static String said(String status, @Nullable String reason) {
        return reason == null ? status : status + " " + reason;
    }

    /** A claim is decided once; what was held and then given up may be refused when it is asked for again. */
    private static List<String> unlike(Map<String, String> decisions, Map<String, Set<String>> answers) {
        return decisions.entrySet().stream()
                .filter(claim -> {
                    Set<String> said = answers.getOrDefault(claim.getKey(), new TreeSet<>());
                    return claim.getValue().equals("RELEASED")
                            ? !List.of("HELD", "REFUSED ALREADY_RELEASED").containsAll(said)
                            : !said.equals(new TreeSet<>(List.of(claim.getValue())));
                })
                .map(claim -> "claim " + claim.getKey() + " is " + claim.getValue() + ", answered "
                        + answers.getOrDefault(claim.getKey(), new TreeSet<>()))
                .toList();
    }

    private static List<String> notTakenOver(CityUnderCheck city, Map<String, String> decisions) {
        TreeSet<String> wrong = new TreeSet<>();
        city.subsidy().each("""
                select a.claim_id::text, a.status, a.cleared_at is not null
                  from application a join scheme_version v on v.id = a.scheme_version_id
                 where a.claim_id is not null and v.benefit_kind is not null""", row -> {
            String claim = row.getString(1);
            String status = row.getString(2);
            String decided = decisions.getOrDefault(claim, "none");
            boolean agrees = decided.startsWith("REFUSED") ? status.equals("REJECTED") : row.getBoolean(3);
            if (!agrees || decided.equals("none")) {
                wrong.add("claim " + claim + " is " + decided + ", its subsidy application " + status);
            }
        });
        city.housing().each("""
                select o.id::text, a.status
                  from offer o join application a on a.id = o.application_id
                 where o.status = 'ACCEPTED' or o.status = 'WITHDRAWN_BY_CITY'""", row -> {
            String claim = row.getString(1);
            String status = row.getString(2);
            String decided = decisions.getOrDefault(claim, "none");
            boolean agrees = decided.startsWith("REFUSED")
                    ? status.equals("REFUSED")
                    : List.of("ENTITLED", "HOUSED").contains(status);
            if (!agrees || decided.equals("none")) {
                wrong.add("claim " + claim + " is " + decided + ", its housing application " + status);
            }
        });
        return List.copyOf(wrong);
    }
}
