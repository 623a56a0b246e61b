package cn.qingcheng.kit.precondition;

import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code If-Match} (RFC 9110, 13.1.1) against the version that is there. */
public final class Preconditions {

    private Preconditions() {}

    /**
     * Lets the edit pass only when the caller has seen the present version.
     *
     * @param ifMatch the header as it came; several tags and {@code *} are understood, weak tags never match
     * @throws ProblemException 428 when missing, 412 when stale
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(StandardProblem.PRECONDITION_REQUIRED);
        }
        String present = '"' + Long.toString(version) + '"';
        boolean seen = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(present));
        if (!seen) {
            throw new ProblemException(StandardProblem.PRECONDITION_FAILED);
        }
    }
}
