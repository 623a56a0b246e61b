package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the city answered.
 *
 * @param request method and path, for messages
 * @param text the body as it came
 * @param body the body as JSON; a missing node when it is not JSON
 */
public record Answer(String request, int status, HttpHeaders headers, String text, JsonNode body) {

    /** Gives this answer's body, when its status is one of those expected */
    public JsonNode expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswer(
                    "%s answered %d, not %s: %s".formatted(request, status, Arrays.toString(statuses), text));
        }
        return body;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The city answered something else than the sample expects. */
    public static final class UnexpectedAnswer extends RuntimeException {
        UnexpectedAnswer(String message) {
            super(message);
        }
    }
}
