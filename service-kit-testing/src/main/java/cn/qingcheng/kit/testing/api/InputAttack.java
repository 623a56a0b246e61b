package cn.qingcheng.kit.testing.api;

import cn.qingcheng.kit.testing.api.ApiCall.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * In a {@code @QuarkusTest}: sends every operation of the document what is wrong with each of its fields, parameters and
 * with the body as a whole. None of it may be a fault of the service, be repeated in the answer, or leave a trace in the
 * tables; what the document itself calls wrong must be refused.
 */
public final class InputAttack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final Set<Integer> SAYS_WRONG_INPUT = Set.of(BAD_REQUEST, 413, 415, 422);
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 403);

    private static final List<String> BAD_VALUES = List.of(
            "",
            "%00",
            Mutations.CANARY,
            "-1",
            "9".repeat(25),
            "1e400",
            "%27%20or%201%3D1--",
            "..%2F..%2Fetc%2Fpasswd",
            "%ED%A0%80",
            "%C0%AE",
            "x".repeat(3_000));

    private static final List<String> BAD_BODIES = List.of(
            "",
            "null",
            "[]",
            "7",
            "\"" + Mutations.CANARY + "\"",
            "{",
            "{}{}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "{\"a\":1,\"a\":2}",
            "{\"" + "k".repeat(100_000) + "\":1}",
            "{\"n\":" + "9".repeat(100_000) + "}",
            manyKeys(),
            "{\"" + Mutations.CANARY + "\":\"" + "x".repeat(300 * 1024) + "\"}",
            "\u0000");

    /** All of one hash, in the way of a table that trusts its keys; as many as a body holds. */
    private static String manyKeys() {
        return IntStream.range(0, 1 << 12)
                .mapToObj(i -> "\""
                        + Integer.toBinaryString(1 << 12 | i).replace("0", "Aa").replace("1", "BB") + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private final ApiScene scene;
    private final List<String> holes = new ArrayList<>();
    private Map<String, String> tables;

    private InputAttack(ApiScene scene) {
        this.scene = scene;
        this.tables = scene.tables().settled();
    }

    /** Every field of every body. */
    public static void assertBodiesAreGuarded(ApiScene scene) {
        InputAttack attack = new InputAttack(scene);
        scene.operations().stream().filter(Operation::takesJson).forEach(attack::attackBody);
        attack.finish();
    }

    /** Every parameter in path and query. */
    public static void assertParametersAreGuarded(ApiScene scene) {
        InputAttack attack = new InputAttack(scene);
        scene.operations().forEach(attack::attackParameters);
        attack.finish();
    }

    private void attackBody(Operation operation) {
        String path = scene.path(operation);
        String token = scene.tokenFor(operation).orElse(null);
        List<Mutation> mutations = Mutations.of(operation, scene.body(operation));
        Set<String> refusals = new HashSet<>();
        for (int i = 0; i < mutations.size(); i++) {
            Answer answer =
                    ApiCall.call(operation, path, token, mutations.get(i).body());
            judge(operation, mutations.get(i), answer);
            if (mutations.get(i).isWrong()) {
                refusals.add(answer.code());
            }
            if (answer.isDone()) {
                // What was taken once may be refused the second time for that alone.
                mutations = Mutations.of(operation, scene.body(operation));
            }
        }
        for (String body : BAD_BODIES) {
            boolean mayBeEmpty = body.isEmpty() || body.equals("null");
            String shown = body.length() > 20 ? body.substring(0, 20) + "…" : body;
            Mutation mutation = new Mutation(
                    "the body " + shown,
                    "",
                    body,
                    body.contains(Mutations.CANARY) ? Mutations.CANARY : "",
                    !mayBeEmpty && !operation.isNdjson());
            judge(operation, mutation, ApiCall.call(operation, path, token, body));
        }
        Answer right = ApiCall.call(operation, path, token, scene.bodyText(operation));
        // The object may be in no state for it; whatever else refuses the right body has hidden what becomes of wrong
        // ones.
        boolean isOfState = right.status() == CONFLICT && !refusals.contains(right.code());
        if (!(right.isDone() || isOfState) || isRowRefused(operation, right)) {
            holes.add(operation.name() + ": even the right body is refused: " + right.inShort());
        }
        tables = scene.tables().look();
    }

    private void judge(Operation operation, Mutation mutation, Answer answer) {
        String what = operation.name() + " with " + mutation.what() + ": ";
        if (answer.isFault()) {
            holes.add(what + "a fault, " + answer.inShort());
        } else if (NOT_LOOKED_AT.contains(answer.status())) {
            holes.add(what + "not looked at, " + answer.inShort());
        } else if (!answer.isWellFormed()) {
            holes.add(what + "not what it is called, " + answer.contentType() + ", " + answer.inShort());
        }
        boolean isRefused = !answer.isDone() || isRowRefused(operation, answer);
        // A conflict with what stands already would hide that the input itself was let through.
        boolean isRefusedAsInput = SAYS_WRONG_INPUT.contains(answer.status()) || isRowRefused(operation, answer);
        if (mutation.isWrong() && !isRefusedAsInput) {
            holes.add(what + "taken, " + answer.inShort());
        } else if (mutation.isWrong() && answer.status() == BAD_REQUEST && !isNamed(mutation.place(), answer)) {
            holes.add(what + "refused for something else, " + answer.inShort());
        }
        boolean isRepeated = !mutation.canary().isEmpty() && answer.body().contains(mutation.canary());
        if (!answer.isDone() && isRepeated && !scene.mayRepeat(operation, mutation.place())) {
            holes.add(what + "repeated in the answer, " + answer.inShort());
        }
        Map<String, String> after = scene.tables().look();
        Set<String> except = isRefused ? scene.writtenBy(operation) : after.keySet();
        Set<String> changed = Tables.changed(tables, after, except);
        if (!changed.isEmpty()) {
            holes.add(what + "refused, and yet " + changed + " changed");
        }
        tables = after;
    }

    /**
     * Whether one of the errors points at the place, into it or at what it is a part of, as an amount is of money; or
     * at nothing, where the whole is no JSON.
     */
    private static boolean isNamed(String place, Answer answer) {
        String whole = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        try {
            JsonNode errors = JSON.readTree(answer.body()).path("errors");
            return StreamSupport.stream(errors.spliterator(), false)
                    .map(error -> error.path("pointer").asText())
                    .anyMatch(pointer -> pointer.isEmpty() || pointer.startsWith(place) || pointer.equals(whole));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Of rows, the answer says how many were refused; each attack sends one. */
    private static boolean isRowRefused(Operation operation, Answer answer) {
        if (!operation.isNdjson() || !answer.isDone()) {
            return false;
        }
        try {
            JsonNode counts = JSON.readTree(answer.body()).path("counts");
            for (Map.Entry<String, JsonNode> count : counts.properties()) {
                if (!count.getKey().equals("REJECTED") && count.getValue().asLong() > 0) {
                    return false;
                }
            }
            return counts.path("REJECTED").asLong() > 0;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(operation.name() + " answers no JSON", e);
        }
    }

    private void attackParameters(Operation operation) {
        String token = scene.tokenFor(operation).orElse(null);
        for (String parameter : operation.pathParameters()) {
            for (String value : BAD_VALUES) {
                if (!value.isEmpty()) {
                    String path = scene.path(operation, parameter, value);
                    judge(operation, parameter, value, call(operation, path, token), true);
                }
            }
        }
        if (!operation.isRead()) {
            return;
        }
        String path = scene.path(operation);
        for (String parameter : operation.queryParameters()) {
            for (String value : BAD_VALUES) {
                String query = path + "?" + encode(parameter) + "=" + value;
                judge(operation, parameter, value, call(operation, query, token), false);
            }
        }
        judge(operation, "surprise", "1", call(operation, path + "?surprise=1", token), true);
    }

    private Answer call(Operation operation, String path, @Nullable String token) {
        return ApiCall.call(operation, path, token, scene.bodyText(operation));
    }

    private void judge(Operation operation, String parameter, String value, Answer answer, boolean isWrong) {
        String shown = value.length() > 30 ? value.substring(0, 30) + "…" : value;
        String what = operation.name() + " with " + parameter + "=" + shown + ": ";
        if (answer.isFault()) {
            holes.add(what + "a fault, " + answer.inShort());
        }
        if (!answer.isWellFormed()) {
            holes.add(what + "not what it is called, " + answer.contentType() + ", " + answer.inShort());
        }
        if (isWrong && answer.isDone()) {
            holes.add(what + "taken, " + answer.inShort());
        }
        Map<String, String> after = scene.tables().look();
        // A read of what is sensitive is itself written down.
        Set<String> changed = Tables.changed(tables, after, answer.isDone() ? Set.of("audit_record") : Set.of());
        if (!changed.isEmpty()) {
            holes.add(what + answer.status() + ", and yet " + changed + " changed");
        }
        tables = after;
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private void finish() {
        if (!holes.isEmpty()) {
            throw new AssertionError(holes.size() + " holes:\n" + String.join("\n", holes));
        }
    }
}
