package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a client that wants to know: a request without a final answer is sent again, with its key, after a
 * bounded pause, until there is one. A stale precondition after a lost answer is settled by reading again. What no
 * client should ever see is a violation.
 */
final class Persistence {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;
    private static final int SERVER_ERROR = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int PRECONDITION_FAILED = 412;
    private static final int OK = 200;

    private final Gate gate;
    private final Journal journal;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    /** The run ends before the operation had its final answer. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned(Call call) {
            super(call + " never got a final answer");
        }
    }

    Persistence(Gate gate, Journal journal) {
        this.gate = gate;
        this.journal = journal;
    }

    /** Lets all that still wait give up. */
    void abandon() {
        abandoned.countDown();
    }

    /** Asks until the answer is final. */
    Reply insist(Call call) {
        return noted(call, ask(call));
    }

    /** The same for an edit: after a lost answer, a stale version may be the edit's own doing. */
    Reply insist(Call edit, Predicate<JsonNode> hasTaken) {
        Reply reply = ask(edit);
        if (reply.status() == PRECONDITION_FAILED && reply.attempts() > 1) {
            Reply now = ask(Call.get(edit.kind(), edit.account(), edit.path()));
            if (now.isGood() && hasTaken.test(now.body())) {
                reply = now.counted(reply.attempts(), reply.lost()).taken(OK);
            }
        }
        return noted(edit, reply);
    }

    /** A stream that breaks off on its way; what became of it is seen when it is sent again. */
    void cut(Call upload, Random random) {
        byte[] body = String.valueOf(upload.body()).getBytes(StandardCharsets.UTF_8);
        gate.attemptCut(upload, new BrokenStream(body, body.length / 4 + random.nextInt(1 + body.length / 2)));
        journal.tally().count(upload.kind(), "cut");
    }

    /** Sends a settled request again with its key: the answer must be the first one. */
    void again(Call call, Reply first) {
        Reply second = ask(call);
        journal.tally().count("replay", "sent");
        if (second.status() != first.status() || !second.created().equals(first.created())) {
            journal.violation("%s was answered %d %s first and %d %s when asked again, correlation id %s"
                    .formatted(
                            call,
                            first.status(),
                            first.created(),
                            second.status(),
                            second.created(),
                            second.correlationId()));
        }
    }

    private Reply noted(Call call, Reply reply) {
        journal.tally().add(call.kind(), reply);
        if (call.isWrite()) {
            journal.operation(call, reply);
        }
        return reply;
    }

    private Reply ask(Call call) {
        int lost = 0;
        for (int attempt = 1; ; attempt++) {
            Reply reply = gate.attempt(call);
            if (reply != null) {
                judge(call, reply);
                if (Gate.isFinal(reply)) {
                    return reply.counted(attempt, lost);
                }
            }
            if (reply == null || Gate.isUncertain(reply)) {
                lost++;
            }
            pause(call, attempt, reply);
        }
    }

    private void judge(Call call, Reply reply) {
        boolean isProblem =
                reply.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (reply.status() == SERVER_ERROR || reply.status() == UNAUTHORIZED || !(isProblem || reply.status() < 400)) {
            journal.violation("%s was answered %d, correlation id %s: %s"
                    .formatted(call, reply.status(), reply.correlationId(), reply.text()));
        }
    }

    private void pause(Call call, int attempt, @Nullable Reply reply) {
        long asked = reply == null
                ? 0
                : Duration.ofSeconds(Gate.retryAfterSeconds(reply)).toMillis();
        long own = FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 6);
        try {
            if (abandoned.await(Math.min(LONGEST_PAUSE_MILLIS, Math.max(own, asked)), TimeUnit.MILLISECONDS)) {
                throw new Abandoned(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Abandoned(call);
        }
    }
}
