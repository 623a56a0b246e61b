package cn.qingcheng.kit.standard;

/**
 * A text is not a value of its standard. It carries a stable code and never the text, which may be a person's number.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable upper-case code, for example {@code ID_NUMBER_CHECK_DIGIT}; its words are in the message bundles */
    public InvalidValue(String code) {
        super(code);
        this.code = code;
    }

    /** The stable code; texts are found under {@code input.CODE}. */
    public String code() {
        return code;
    }
}
