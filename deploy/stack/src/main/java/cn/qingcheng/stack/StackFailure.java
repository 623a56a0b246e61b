package cn.qingcheng.stack;

import org.jspecify.annotations.Nullable;

/** Why the city could not be started, stopped or asked, as one plain sentence for the person at the keyboard. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence; never null, unlike the message of other throwables. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
