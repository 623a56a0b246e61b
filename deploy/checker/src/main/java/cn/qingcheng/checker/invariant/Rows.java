package cn.qingcheng.checker.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table, or what it should be: rows by key, of whose values only hashes are kept, so that many fit and none can be
 * printed.
 */
final class Rows {
    private final List<String> fields;
    private final Map<String, int[]> rows = new TreeMap<>();

    Rows(String... fields) {
        this.fields = List.of(fields);
    }

    List<String> fields() {
        return fields;
    }

    /** Puts a row in the place of one with the same key. */
    void put(String key, List<@Nullable String> values) {
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException("a row of " + values.size() + " values for fields " + fields);
        }
        rows.put(key, values.stream().mapToInt(Objects::hashCode).toArray());
    }

    boolean has(String key) {
        return rows.containsKey(key);
    }

    int size() {
        return rows.size();
    }

    /**
     * How the live rows differ from these, in words without values.
     *
     * @param isWhole whether these are all there should be; if not, a live row may be missing here
     */
    List<String> differencesOf(Rows live, String things, boolean isWhole) {
        List<String> differences = new ArrayList<>();
        rows.forEach((key, expected) -> {
            int[] present = live.rows.get(key);
            if (present == null) {
                differences.add(things + " " + key + " is missing");
            } else {
                List<String> unlike = new ArrayList<>();
                for (int field = 0; field < expected.length; field++) {
                    if (expected[field] != present[field]) {
                        unlike.add(fields.get(field));
                    }
                }
                if (!unlike.isEmpty()) {
                    differences.add(things + " " + key + " differs in " + String.join(", ", unlike));
                }
            }
        });
        if (isWhole) {
            live.rows.keySet().stream()
                    .filter(key -> !rows.containsKey(key))
                    .forEach(key -> differences.add(things + " " + key + " has no event"));
        }
        return differences;
    }
}
