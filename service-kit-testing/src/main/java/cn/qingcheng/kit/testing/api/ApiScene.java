package cn.qingcheng.kit.testing.api;

import cn.qingcheng.kit.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a service's test has prepared so that every operation of its API can be called in earnest: the objects the paths
 * lead to, who they belong to, and bodies that are right.
 */
public final class ApiScene {
    /** Every role of the realm. */
    static final List<String> ROLES = List.of(
            "talent",
            "university",
            "employer",
            "talent-officer",
            "subsidy-reviewer",
            "subsidy-approver",
            "subsidy-finance",
            "housing-officer",
            "platform-officer",
            "platform-operator",
            "auditor",
            "operator");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocument document;
    private final Tables tables;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> callers = new HashMap<>();
    private final Map<String, List<String>> strangers = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Supplier<String>> bodies = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final Map<String, String> nobodies = new LinkedHashMap<>();
    private final Map<String, Set<String>> written = new HashMap<>();

    private ApiScene(ApiDocument document, Tables tables) {
        this.document = document;
        this.tables = tables;
        ROLES.forEach(role -> tokens.put(role, Tokens.of("any-" + role, role)));
        tokens.put("university", Tokens.university("90001"));
        tokens.put("employer", Tokens.employer("91150102MA0TE5T084"));
        strangers.put("talent", List.of(Tokens.of("a-stranger", "talent")));
        strangers.put("university", List.of(Tokens.university("90002")));
        strangers.put("employer", List.of(Tokens.employer("91150102MA0TE00017")));
    }

    /** A scene of the API in the working directory, on the database of the application under test. */
    public static ApiScene of(DataSource database) {
        return new ApiScene(ApiDocument.committed(), new Tables(database));
    }

    /** Who calls as this role, and, if the role has objects of its own, owns those of this scene. */
    public ApiScene owner(String role, String token) {
        tokens.put(role, token);
        return this;
    }

    /** Who calls this one operation and owns its object, when it is not the owner of the rest. */
    public ApiScene caller(String operation, String token) {
        callers.put(operation, token);
        return this;
    }

    /** A caller whose token has the role and lacks the claim that would say who she is. */
    public ApiScene nobody(String role, String token) {
        nobodies.put(role, token);
        return this;
    }

    /** Another caller of the role, who has objects of her own. */
    public ApiScene stranger(String role, String token) {
        List<String> more = new ArrayList<>(strangers.getOrDefault(role, List.of()));
        more.add(token);
        strangers.put(role, more);
        return this;
    }

    /**
     * What stands in a path where it is cut off after a parameter: {@code at("/talent/v1/talents/{id}", id)}; with a
     * method before it, for operations of that method alone.
     */
    public ApiScene at(String pathUpToTheParameter, String value) {
        places.put(pathUpToTheParameter, value);
        return this;
    }

    private @Nullable String placed(Operation operation, String place) {
        return places.getOrDefault(operation.method() + " " + place, places.get(place));
    }

    private String placedOrNothing(Operation operation, String place) {
        return Objects.requireNonNullElseGet(
                placed(operation, place), () -> UUID.randomUUID().toString());
    }

    /**
     * A right body of the operation, for which the examples of its schema do not do; asked for anew for each call, so
     * making it must leave no trace.
     */
    public ApiScene body(String operation, Supplier<String> body) {
        bodies.put(operation, body);
        return this;
    }

    /** A field whose value may be repeated to its author, such as a formula that does not compile. */
    public ApiScene repeats(String operation, String pointer) {
        repeated.add(operation + " " + pointer);
        return this;
    }

    boolean mayRepeat(Operation operation, String pointer) {
        return repeated.contains(operation.name() + " " + pointer);
    }

    /** Tables that the service fills from events, whenever they come. */
    public ApiScene filledByEvents(String... names) {
        tables.ignore(Set.of(names));
        return this;
    }

    /** Tables in which this operation writes down what it refused. */
    public ApiScene keepsRefusalsIn(String operation, String... names) {
        written.put(operation, Set.of(names));
        return this;
    }

    List<Operation> operations() {
        return document.operations();
    }

    Tables tables() {
        return tables;
    }

    String token(String role) {
        return Objects.requireNonNull(tokens.get(role), role);
    }

    Map<String, String> tokens() {
        return tokens;
    }

    Map<String, String> nobodies() {
        return nobodies;
    }

    List<String> strangersTo(Operation operation) {
        return operation.roles().stream()
                .flatMap(role -> strangers.getOrDefault(role, List.of()).stream())
                .toList();
    }

    Set<String> writtenBy(Operation operation) {
        return written.getOrDefault(operation.name(), Set.of());
    }

    /** Of whom the operation is asked when she may call it; nothing when anybody may. */
    Optional<String> tokenFor(Operation operation) {
        return operation.roles().stream().findFirst().map(role -> callers.getOrDefault(operation.name(), token(role)));
    }

    /** Parameters of the operation's path that no object was named for. */
    List<String> placesMissing(Operation operation) {
        List<String> missing = new ArrayList<>();
        walk(operation, place -> {
            if (placed(operation, place) == null) {
                missing.add(place);
            }
            return "";
        });
        return missing;
    }

    /** The path to the object of this scene, or to one that does not exist where none was named. */
    String path(Operation operation) {
        return walk(operation, place -> placedOrNothing(operation, place));
    }

    /** The path to an object that does not exist. */
    String pathToNothing(Operation operation) {
        return walk(operation, place -> UUID.randomUUID().toString());
    }

    /** The path with one of its parameters replaced. */
    String path(Operation operation, String parameter, String value) {
        return walk(
                operation, place -> place.endsWith("{" + parameter + "}") ? value : placedOrNothing(operation, place));
    }

    private interface Values {
        String at(String place);
    }

    private static String walk(Operation operation, Values values) {
        StringBuilder template = new StringBuilder();
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/", -1)) {
            template.append('/').append(segment);
            path.append('/').append(segment.startsWith("{") ? values.at(template.toString()) : segment);
        }
        return path.toString();
    }

    /** Ids of objects that owners of this scene own. */
    Set<String> ownedIds() {
        Set<String> owned = new HashSet<>();
        operations().stream()
                .filter(Operation::isForOwners)
                .forEach(operation -> walk(operation, place -> {
                    String value = Objects.requireNonNullElse(placed(operation, place), "");
                    if (value.length() >= "2026".length() * 2) {
                        owned.add(value);
                    }
                    return value;
                }));
        return owned;
    }

    JsonNode body(Operation operation) {
        Supplier<String> given = bodies.get(operation.name());
        if (given == null) {
            return SampleBody.of(operation.schema());
        }
        try {
            return JSON.readTree(given.get());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body for " + operation.name() + " is no JSON", e);
        }
    }

    /** A right body as it is sent; of no JSON too. */
    String bodyText(Operation operation) {
        Supplier<String> given = bodies.get(operation.name());
        if (operation.mediaType() == null) {
            return "";
        }
        if (operation.takesJson() || given == null) {
            JsonNode body = body(operation);
            return body.isTextual() ? body.asText() : body.toString();
        }
        return given.get();
    }
}
