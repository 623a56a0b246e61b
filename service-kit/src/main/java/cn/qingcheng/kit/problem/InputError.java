package cn.qingcheng.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was sent. Never carries the value that was sent, for it may be a person's secret.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the body, {@code ""} for the whole body, {@code ?name} for a
 *     query parameter, {@code header:Name} for a header
 * @param code what, UPPER_SNAKE and stable
 * @param detail what, in the caller's language; absent until {@link ProblemTexts#localise} words it
 * @param arguments what the wording needs, a bound for example; empty once worded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InputError(
        @JsonInclude String pointer,
        String code,
        @Nullable String detail,
        @Schema(hidden = true) List<Object> arguments) {

    /** Jackson leaves an empty list out, so reading one back meets a null. */
    public InputError {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }

    /** An error that is already worded. */
    public InputError(String pointer, String code, String detail) {
        this(pointer, code, detail, List.of());
    }

    /** An error to be worded when answered, from the text {@code input.CODE} of the service or the kit. */
    public static InputError of(String pointer, String code, Object... arguments) {
        return new InputError(pointer, code, null, List.of(arguments));
    }

    /** The same error somewhere else: {@code under("/rows/3")} of {@code /degree} is {@code /rows/3/degree}. */
    public InputError under(String parentPointer) {
        return new InputError(parentPointer + pointer, code, detail, arguments);
    }
}
