package cn.qingcheng.kit.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends a use case with an answer the caller understands. Its transaction rolls back, so nothing is half-written.
 *
 * <p>Has no stack trace and no inner text: it is a part of the contract and no accident.
 */
public final class ProblemException extends RuntimeException {

    private final transient ProblemCode code;
    private final transient List<Object> detailArguments;
    private transient List<InputError> errors = List.of();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    /**
     * A problem of a kind.
     *
     * @param detailArguments what {@code CODE.detail} needs, {0} first; never a sensitive value
     */
    public ProblemException(ProblemCode code, Object... detailArguments) {
        super(code.name(), null, false, false);
        this.code = code;
        this.detailArguments = List.of(detailArguments);
    }

    /** A thing that is not there, or is another's: the two look alike on purpose. */
    public static ProblemException notFound() {
        return new ProblemException(StandardProblem.NOT_FOUND);
    }

    /** Input that was understood and is wrong; give all its errors at once. */
    public static ProblemException invalidInput(List<InputError> errors) {
        return new ProblemException(StandardProblem.INVALID_INPUT).withErrors(errors);
    }

    /** Says which parts of the input are wrong, all of them. */
    public ProblemException withErrors(List<InputError> newErrors) {
        this.errors = List.copyOf(newErrors);
        return this;
    }

    /** Adds a member to the problem document (RFC 9457, 3.2), for a program to read. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Sets the {@code Retry-After} header, rounded up to whole seconds. */
    public ProblemException retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> detailArguments() {
        return detailArguments;
    }

    public List<InputError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
