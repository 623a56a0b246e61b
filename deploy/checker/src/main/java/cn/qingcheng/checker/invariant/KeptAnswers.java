package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.TrafficNotes.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers the services have kept under the keys of their callers. */
final class KeptAnswers {
    /** A service forgets a key after 24 hours. */
    private static final Duration REMEMBERED = Duration.ofHours(23);

    /** Whoever has no account; a key is then the very request's. */
    private static final String STRANGER = "stranger";

    private static final int SERVER_ERROR = 500;
    private static final int TIME_BITS = 16;
    private static final int TIME_ORDERED = 7;

    /** The location is empty when the answer had none. */
    private record Kept(int status, String location) {}

    private final Map<String, Kept> answers = new HashMap<>();
    private final Map<String, String> accounts;
    private final long nowMillis;

    KeptAnswers(CityUnderCheck city, Map<String, String> accounts) {
        this.accounts = accounts;
        for (Database service : city.services()) {
            service.each(
                    "select case when scope like 'stranger/%' then 'stranger' else scope end, key, status,"
                            + " coalesce(headers ->> 'Location', '') from idempotency_key",
                    row -> answers.put(
                            place(service.name(), row.getString(1), row.getString(2)),
                            new Kept(row.getInt(3), row.getString(4))));
        }
        this.nowMillis = city.talent().number("select (extract(epoch from now()) * 1000)::bigint");
    }

    int size() {
        return answers.size();
    }

    private static String place(String service, String scope, String key) {
        return service + '\n' + scope + '\n' + key;
    }

    private @Nullable Kept of(Operation operation) {
        String key = operation.key();
        String account = operation.account() == null ? STRANGER : operation.account();
        return key == null
                ? null
                : answers.get(place(operation.service(), accounts.getOrDefault(account, account), key));
    }

    /** Keyed writes whose kept answer is not the one that was given. */
    List<String> unlike(List<Operation> operations) {
        long forgotten = lastForgotten(operations);
        List<String> unlike = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.key() == null || operation.number() <= forgotten) {
                continue;
            }
            Kept kept = of(operation);
            if (operation.isGood() && kept == null) {
                unlike.add(said(operation) + " has no row for its key");
            } else if (operation.isGood() && kept != null && !agree(operation, kept)) {
                unlike.add(said(operation) + " is kept as " + kept.status() + " " + kept.location());
            } else if (!operation.isGood() && operation.status() < SERVER_ERROR && kept != null) {
                unlike.add(said(operation) + " was refused and is kept as " + kept.status());
            }
        }
        return unlike;
    }

    private static boolean agree(Operation operation, Kept kept) {
        boolean isSamePlace = operation.created() == null
                || kept.location().isEmpty()
                || kept.location().endsWith("/" + operation.created());
        return kept.status() == operation.status() && isSamePlace;
    }

    /** What was made under the key of an operation whose own outcome its caller never learnt. */
    String createdInDoubt(Operation operation) {
        Kept kept = operation.isGood() ? null : of(operation);
        return kept == null ? "" : kept.location().substring(kept.location().lastIndexOf('/') + 1);
    }

    /** The operations are in the order of their ends; what was made tells when. */
    private long lastForgotten(List<Operation> operations) {
        long oldestKept = nowMillis - REMEMBERED.toMillis();
        return operations.stream()
                .filter(operation -> madeBefore(operation.created(), oldestKept))
                .mapToLong(Operation::number)
                .max()
                .orElse(0);
    }

    private static boolean madeBefore(@Nullable String created, long millis) {
        try {
            UUID id = created == null ? null : UUID.fromString(created);
            return id != null && id.version() == TIME_ORDERED && id.getMostSignificantBits() >>> TIME_BITS < millis;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String said(Operation operation) {
        return "operation " + operation.number() + " " + operation.method() + " " + operation.path() + " answered "
                + operation.status();
    }
}
