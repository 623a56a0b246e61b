package cn.qingcheng.checker.source;

import cn.qingcheng.stack.StackFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the traffic has written down of itself; all of it is empty when there was none.
 *
 * @param folder {@code traffic} in the city's data folder
 */
public record TrafficNotes(Path folder) {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * A write with its final answer.
     *
     * @param key the {@code Idempotency-Key}, null where none was sent
     * @param account who asked, null for anybody
     * @param created what the answer named: an id, or the code of what has no other address
     * @param lost attempts without an answer
     */
    public record Operation(
            long number,
            @Nullable String key,
            @Nullable String account,
            String method,
            String path,
            int status,
            @Nullable String created,
            int attempts,
            int lost) {
        /** The first part of the path, which is the name of the service. */
        public String service() {
            return path.substring(1, path.indexOf('/', 1));
        }

        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * A message that no consumer of the topic can digest.
     *
     * @param marker stands in the message's key
     */
    public record Poison(String topic, String marker) {}

    /** An event whose outbox row was made so that it cannot be sent. */
    public record Unsendable(String eventId) {}

    public List<Operation> operations() {
        return lines("operations.ndjson", Operation.class);
    }

    public List<Poison> poison() {
        return lines("poison.ndjson", Poison.class);
    }

    public List<Unsendable> unsendable() {
        return lines("unsendable.ndjson", Unsendable.class);
    }

    /** Values that may stand nowhere in plain text, in the order of their lines. */
    public List<String> secrets() {
        return read("secrets.txt");
    }

    private <T> List<T> lines(String file, Class<T> form) {
        List<T> found = new ArrayList<>();
        for (String line : read(file)) {
            if (!line.isBlank()) {
                try {
                    found.add(JSON.readValue(line, form));
                } catch (JsonProcessingException e) {
                    throw new StackFailure(
                            "Line " + (found.size() + 1) + " of " + folder.resolve(file) + " is not what it should be.",
                            e);
                }
            }
        }
        return found;
    }

    private List<String> read(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
