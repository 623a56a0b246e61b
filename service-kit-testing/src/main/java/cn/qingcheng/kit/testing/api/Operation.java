package cn.qingcheng.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an API.
 *
 * @param roles who may call it; empty when everybody may, without a token too
 * @param queryParameters names of what may stand after the {@code ?}
 * @param mediaType of the body, or null when it takes none
 * @param schema of the body with every reference put in, or a missing node
 */
record Operation(
        String method,
        String path,
        Set<String> roles,
        List<String> queryParameters,
        @Nullable String mediaType,
        JsonNode schema) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** Roles that see what is their own and nothing else. */
    private static final Set<String> OWNERS = Set.of("talent", "university", "employer");

    String name() {
        return method + " " + path;
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    /** Whether each of its callers is held to objects of her own. */
    boolean isForOwners() {
        return !isOpen() && OWNERS.containsAll(roles);
    }

    static boolean isOwner(String role) {
        return OWNERS.contains(role);
    }

    boolean hasObject() {
        return path.contains("{");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean isNdjson() {
        return mediaType != null && mediaType.contains("ndjson");
    }

    boolean takesJson() {
        return mediaType != null && mediaType.toLowerCase(Locale.ROOT).contains("json");
    }

    List<String> pathParameters() {
        return PARAMETER
                .matcher(path)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1))
                .toList();
    }
}
