package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.Problems;
import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The two threads by which a request is found again in every log: our correlation id, and W3C Trace Context. A caller's
 * own are continued if they have the right form; else new ones are made, so that nothing odd ever reaches a log.
 */
final class Trace {

    static final String TRACEPARENT = "traceparent";

    private static final String TRACESTATE = "tracestate";
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PARENT = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** Leaves exactly one valid correlation id and one valid traceparent in the headers; returns the former. */
    static String continueOrStart(MultiMap headers) {
        String correlation = only(headers, Problems.CORRELATION_ID, CORRELATION);
        if (correlation.isEmpty()) {
            // Not a secret, so it need not come from a source of secrets.
            ThreadLocalRandom random = ThreadLocalRandom.current();
            correlation = new UUID(random.nextLong(), random.nextLong()).toString();
        }
        headers.set(Problems.CORRELATION_ID, correlation);
        String parent = only(headers, TRACEPARENT, PARENT);
        if (parent.isEmpty()) {
            headers.remove(TRACESTATE);
            parent = newParent();
        }
        headers.set(TRACEPARENT, parent);
        return correlation;
    }

    private static String only(MultiMap headers, String name, Pattern form) {
        List<String> values = headers.getAll(name);
        boolean valid = values.size() == 1 && form.matcher(values.get(0)).matches();
        return valid ? values.get(0) : "";
    }

    private static String newParent() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // Never all zeros, which would mean "no trace": the first half has its lowest bit set.
        String trace = hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
        return "00-" + trace + "-" + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
