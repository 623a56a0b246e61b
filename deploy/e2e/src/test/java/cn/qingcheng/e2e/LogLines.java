package cn.qingcheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process of ours has logged. */
final class LogLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private LogLines() {}

    /** All lines; fails when there are none, or one of them is no JSON object with its time in UTC. */
    static List<JsonNode> of(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines)
                .as("lines of %s", log)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(parsed(line).path("timestamp").asText())
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z"));
        return lines.stream().map(LogLines::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
