package cn.qingcheng.checker.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of one thing and the steps between them, as the service that owns it has published them in
 * {@code contracts/life-cycles.json}, where its own build holds them equal to its enums.
 *
 * @param first the state of a new thing
 * @param steps the states that may follow each state
 */
public record LifeCycle(String first, Map<String, List<String>> steps) {

    /** Reads one of a service by the name of its enum, such as {@code ApplicationStatus}. */
    public static LifeCycle of(String service, String name) {
        String file = "/contracts/" + service + "-service/life-cycles.json";
        try (InputStream published = LifeCycle.class.getResourceAsStream(file)) {
            if (published == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Map<String, LinkedHashMap<String, List<String>>> all =
                    new ObjectMapper().readValue(published, new TypeReference<>() {});
            LinkedHashMap<String, List<String>> steps = all.get(name);
            if (steps == null) {
                throw new IllegalStateException(service + " has published no life cycle " + name);
            }
            return new LifeCycle(steps.keySet().iterator().next(), steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean allows(String from, String to) {
        return steps.getOrDefault(from, List.of()).contains(to);
    }
}
