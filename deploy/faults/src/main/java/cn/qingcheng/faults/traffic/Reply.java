package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * A final answer.
 *
 * @param attempts how often it was asked for
 * @param lost attempts without an answer, or with one that leaves open what happened
 */
record Reply(int status, HttpHeaders headers, JsonNode body, String text, int attempts, int lost) {

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    String code() {
        return body.path("code").asText("");
    }

    String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    String id() {
        return body.path("id").asText("");
    }

    String correlationId() {
        return headers.firstValue("X-Correlation-Id").orElse("none");
    }

    /** What came into being: the last part of the {@code Location}, else the body's id. */
    String created() {
        String location = headers.firstValue("Location").orElse("");
        return location.isEmpty() ? id() : location.substring(location.lastIndexOf('/') + 1);
    }

    Reply counted(int allAttempts, int allLost) {
        return new Reply(status, headers, body, text, allAttempts, allLost);
    }

    Reply taken(int asStatus) {
        return new Reply(asStatus, headers, body, text, attempts, lost);
    }
}
