package cn.qingcheng.kit.problem;

import org.jspecify.annotations.Nullable;

/** What an operator may want to be woken for. The names are a part of what the log promises: docs/logs.md lists them. */
enum SecurityEvent {
    /** Somebody without a token asked for what needs one. */
    TOKEN_MISSING,
    /** A token is forged, out of date, meant for others or of another kind. */
    TOKEN_REFUSED,
    /** A good token, and its holder may not do this. */
    ROLE_REFUSED,
    /** Too many attempts at what is counted, such as guesses. */
    LIMIT_REACHED,
    /** Input that no client of good will sends, such as a field that is not the caller's to set. */
    INPUT_REFUSED,
    /** A step that the object's state or a rule does not allow. */
    STEP_REFUSED;

    /**
     * What an answer says of the caller, or null when it says nothing: not to be there is no offence.
     *
     * @param hasToken whether the request brought one, good or bad
     */
    static @Nullable SecurityEvent of(int status, boolean hasToken) {
        return switch (status) {
            case 401 -> hasToken ? TOKEN_REFUSED : TOKEN_MISSING;
            case 403 -> ROLE_REFUSED;
            case 429 -> LIMIT_REACHED;
            case 400, 413, 415 -> INPUT_REFUSED;
            case 409, 422 -> STEP_REFUSED;
            default -> null;
        };
    }
}
