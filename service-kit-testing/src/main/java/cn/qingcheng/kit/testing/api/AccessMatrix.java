package cn.qingcheng.kit.testing.api;

import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiCall.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In a {@code @QuarkusTest}: who may what, asked of the running service for every operation its document names. */
public final class AccessMatrix {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final ApiScene scene;
    private final List<String> leaks = new ArrayList<>();

    private AccessMatrix(ApiScene scene) {
        this.scene = scene;
    }

    /**
     * Calls every operation as everybody it does not name: without a token (401), with a token that is broken or has
     * expired (401), as an account without roles and as every other role (403); none of it leaves a trace in the
     * tables. Then as everyone it does name: no 401, no 403, no fault.
     */
    public static void assertRoles(ApiScene scene) {
        AccessMatrix matrix = new AccessMatrix(scene);
        Map<String, String> before = scene.tables().settled();
        scene.operations().forEach(matrix::askAsThoseNotNamed);
        matrix.assertUntouched(before, "those who may not call");
        scene.operations().stream().filter(Operation::isRead).forEach(matrix::askAsThoseNamed);
        scene.operations().stream().filter(operation -> !operation.isRead()).forEach(matrix::askAsThoseNamed);
        matrix.finish();
    }

    /**
     * Calls every operation on an object that belongs to one person, university or employer, as another of the kind:
     * 404, the same as for an object that does not exist, nothing of it in lists, no trace in the tables. Then as the
     * owner: found.
     */
    public static void assertOwnership(ApiScene scene) {
        AccessMatrix matrix = new AccessMatrix(scene);
        scene.operations().stream()
                .filter(operation ->
                        !operation.isForOwners() && operation.roles().stream().anyMatch(Operation::isOwner))
                .forEach(operation ->
                        matrix.leaks.add(operation.name() + " is for owners and for officers: make it two"));
        List<Operation> owned =
                scene.operations().stream().filter(Operation::isForOwners).toList();
        Map<String, String> before = scene.tables().settled();
        owned.forEach(matrix::askAsStranger);
        matrix.assertUntouched(before, "strangers");
        owned.stream()
                .filter(operation -> operation.hasObject() && operation.isRead())
                .forEach(matrix::askAsOwner);
        owned.stream()
                .filter(operation -> operation.hasObject() && !operation.isRead())
                .forEach(matrix::askAsOwner);
        matrix.finish();
    }

    /**
     * Spells the address of every operation that is not open to all in other ways, such as with a matrix parameter, a
     * doubled or an encoded slash or another case, and calls it without a token and as an account without roles: not
     * found or not allowed, nothing else.
     */
    public static void assertNoWayAround(ApiScene scene) {
        AccessMatrix matrix = new AccessMatrix(scene);
        Map<String, String> before = scene.tables().settled();
        scene.operations().stream()
                .filter(operation -> !operation.isOpen())
                .forEach(operation -> spellings(scene.path(operation))
                        .forEach(spelling -> matrix.askInOtherWords(operation, spelling)));
        matrix.assertUntouched(before, "other spellings");
        matrix.finish();
    }

    /** Each differs from the plain path, and leads to the same place for a router that is kinder than its guard. */
    public static List<String> spellings(String path) {
        int last = path.lastIndexOf('/');
        String folder = path.substring(0, last);
        String name = path.substring(last + 1);
        return List.of(
                path + "/",
                path + ";a=b",
                path + "%3Ba=b",
                path + "%2F",
                path + "%00",
                path + "%20",
                path + "/.",
                path + ".json",
                path + "/%2e",
                folder + ";a=b/" + name,
                folder + "%3Ba=b/" + name,
                folder + "//" + name,
                folder + "/./" + name,
                folder + "/x/../" + name,
                folder + "/x/%2e%2e/" + name,
                folder + "/x%2F..%2F" + name,
                folder + "%2F" + name,
                folder + "%5C" + name,
                folder + "/%" + String.format("%02x", (int) name.charAt(0)) + name.substring(1),
                folder + "/%C0%AE/" + name,
                "/" + path,
                path.toUpperCase(java.util.Locale.ROOT),
                folder + "/" + name.toUpperCase(java.util.Locale.ROOT));
    }

    private void askInOtherWords(Operation operation, String spelling) {
        String body = scene.bodyText(operation);
        for (String token : new String[] {"", Tokens.of("no-roles")}) {
            Answer answer = ApiCall.call(operation, spelling, token.isEmpty() ? null : token, body);
            if (answer.isDone() || answer.isFault()) {
                leaks.add(operation.method() + " " + spelling + (token.isEmpty() ? " as nobody" : " without roles")
                        + ": " + answer.inShort());
            }
        }
    }

    private void askAsThoseNotNamed(Operation operation) {
        if (operation.isOpen()) {
            return;
        }
        Map<String, @Nullable String> nobody = new LinkedHashMap<>();
        nobody.put("nobody", null);
        nobody.put("a broken token", "not.a.token");
        String someRole = operation.roles().iterator().next();
        nobody.put("an expired token", Tokens.expired("late", someRole));
        nobody.forEach((name, token) -> expect(operation, name, token, UNAUTHENTICATED));
        expect(operation, "an account without roles", Tokens.of("no-roles"), FORBIDDEN);
        scene.tokens().forEach((role, token) -> {
            if (!operation.roles().contains(role)) {
                expect(operation, role, token, FORBIDDEN);
            }
        });
        scene.nobodies().forEach((role, token) -> expect(operation, "a nameless " + role, token, FORBIDDEN));
    }

    private void expect(Operation operation, String who, @Nullable String token, int status) {
        Answer answer = ApiCall.call(operation, scene.path(operation), token, scene.bodyText(operation));
        if (answer.status() != status || !answer.isWellFormed()) {
            leaks.add(operation.name() + " as " + who + ": " + status + " expected, got " + answer.inShort());
        }
    }

    private void askAsThoseNamed(Operation operation) {
        if (operation.isOpen()) {
            expectAccess(operation, "nobody", null);
        }
        scene.tokens().forEach((role, token) -> {
            if (operation.isOpen() || operation.roles().contains(role)) {
                expectAccess(operation, role, token);
            }
        });
    }

    private void expectAccess(Operation operation, String who, @Nullable String token) {
        Answer answer = ApiCall.call(operation, scene.path(operation), token, scene.bodyText(operation));
        if (answer.isFault() || answer.status() == UNAUTHENTICATED || answer.status() == FORBIDDEN) {
            leaks.add(operation.name() + " as " + who + ": access expected, got " + answer.inShort());
        } else if (!answer.isWellFormed()) {
            leaks.add(operation.name() + " as " + who + ": " + answer.untruth() + ", but called " + answer.contentType()
                    + ": " + answer.inShort());
        }
    }

    private void askAsStranger(Operation operation) {
        if (operation.hasObject()) {
            List<String> missing = scene.placesMissing(operation);
            if (!missing.isEmpty()) {
                leaks.add(operation.name() + " has no object in this scene: " + missing);
                return;
            }
        }
        if (!operation.hasObject() && !operation.isRead()) {
            return;
        }
        for (String stranger : scene.strangersTo(operation)) {
            String body = scene.bodyText(operation);
            Answer answer = ApiCall.call(operation, scene.path(operation), stranger, body);
            if (operation.hasObject()) {
                Answer nothing = ApiCall.call(operation, scene.pathToNothing(operation), stranger, body);
                if (answer.status() != NOT_FOUND || !answer.code().equals(nothing.code())) {
                    leaks.add(operation.name() + " on another's object: " + answer.inShort() + ", and on none: "
                            + nothing.inShort());
                }
            }
            scene.ownedIds().stream().filter(answer.body()::contains).forEach(id -> {
                if (!operation.hasObject()) {
                    leaks.add(operation.name() + " tells a stranger of " + id);
                }
            });
        }
    }

    private void askAsOwner(Operation operation) {
        String token = scene.tokenFor(operation).orElseThrow();
        Answer answer = ApiCall.call(operation, scene.path(operation), token, scene.bodyText(operation));
        if (answer.isFault()
                || Set.of(UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, 400).contains(answer.status())) {
            leaks.add(operation.name() + " on one's own object: " + answer.inShort());
        }
    }

    private void assertUntouched(Map<String, String> before, String whom) {
        Set<String> changed = Tables.changed(before, scene.tables().look(), Set.of());
        if (!changed.isEmpty()) {
            leaks.add(whom + " left traces in " + changed);
        }
    }

    private void finish() {
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " leaks:\n" + String.join("\n", leaks));
        }
    }
}
