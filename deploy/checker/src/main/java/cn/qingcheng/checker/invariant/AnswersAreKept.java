package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.TrafficNotes.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a caller was told is so, and nothing happened that no caller was told. */
final class AnswersAreKept implements Invariant {
    private static final String MACHINE = "service-account-";

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String sentence() {
        return "Every write that was answered with success is there, and every lost answer converged by its key to one"
                + " effect.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        List<Operation> operations = city.traffic().operations();
        if (operations.isEmpty()) {
            return new Findings(number())
                    .remark("no traffic has written down its operations")
                    .done();
        }
        Map<String, String> accounts = accounts(city);
        KeptAnswers kept = new KeptAnswers(city, accounts);
        List<String> missing = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> unasked = new ArrayList<>();
        for (CreatedThing thing : CreatedThing.all()) {
            Database database = city.services().stream()
                    .filter(service -> service.name().equals(thing.service()))
                    .findFirst()
                    .orElseThrow();
            List<Operation> makers = operations.stream().filter(thing::isMadeBy).toList();
            Map<String, Long> named = count(makers);
            Set<String> present = new HashSet<>(thing.names(database));
            named.forEach((name, times) -> {
                if (!present.contains(name)) {
                    missing.add(thing.said() + " " + name);
                }
                if (times > 1) {
                    doubled.add(thing.said() + " " + name + " by " + times + " operations");
                }
            });
            if (thing.owned() != null) {
                unasked.addAll(unasked(thing, database, makers, operations, accounts, kept));
            }
        }
        return new Findings(number())
                .counted(operations.size(), "writes")
                .counted(operations.stream().filter(Operation::isGood).count(), "answered with success")
                .counted(operations.stream().mapToLong(Operation::lost).sum(), "answers lost")
                .counted(kept.size(), "keys")
                .none("answered with its name, and not there", missing)
                .none("made once and answered to several requests", doubled)
                .none("made for an account that never had an answer naming it", unasked)
                .none("a key whose kept answer is not the one given", kept.unlike(operations))
                .done();
    }

    private static Map<String, Long> count(List<Operation> makers) {
        Map<String, Long> named = new HashMap<>();
        makers.forEach(operation -> named.merge(String.valueOf(operation.created()), 1L, Long::sum));
        return named;
    }

    /**
     * Things of the traffic's accounts that no answer names, made since the traffic's first: officers had made others
     * before.
     */
    private static List<String> unasked(
            CreatedThing thing,
            Database database,
            List<Operation> makers,
            List<Operation> operations,
            Map<String, String> accounts,
            KeptAnswers kept) {
        Set<String> named = new HashSet<>();
        Set<String> owners = new HashSet<>();
        for (Operation operation : operations) {
            if (thing.path().matcher(operation.path()).matches()) {
                named.add(String.valueOf(operation.created()));
                named.add(kept.createdInDoubt(operation));
                String account = String.valueOf(operation.account());
                owners.add(account);
                owners.add(accounts.getOrDefault(account, account));
            }
        }
        String first = makers.stream()
                .map(operation -> String.valueOf(operation.created()))
                .min(Comparator.naturalOrder())
                .orElse("");
        List<String> unasked = new ArrayList<>();
        database.each(String.valueOf(thing.owned()), row -> {
            String id = row.getString(1);
            if (owners.contains(row.getString(2)) && !named.contains(id) && id.compareTo(first) > 0) {
                unasked.add(thing.said() + " " + id);
            }
        });
        return unasked;
    }

    /** The subject of the tokens of each account, by which the services know it; Keycloak writes names in small letters. */
    private static Map<String, String> accounts(CityUnderCheck city) {
        Map<String, String> accounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        city.keycloak().each("select username, id from user_entity", row -> {
            String name = row.getString(1);
            accounts.put(name.startsWith(MACHINE) ? name.substring(MACHINE.length()) : name, row.getString(2));
        });
        return accounts;
    }
}
