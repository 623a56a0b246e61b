package cn.qingcheng.kit.standard;

import java.util.regex.Pattern;

/**
 * A professional title by GB/T 8561-2001: three digits, of which two are the series (01 university teachers, 08
 * engineers, 23 physicians …) and the last the grade; {@code 011} is a professor, {@code 083} an engineer. A code that
 * ends in 0 names a whole series, which nobody holds, and is refused.
 *
 * @param code three digits
 */
public record TitleCode(String code) {

    private static final Pattern FORM = Pattern.compile("(?!00)[0-9]{2}[1-5]");

    /** Grades, the highest first; in Chinese 正高级, 副高级, 中级, 助理级, 员级. */
    public enum Grade {
        SENIOR,
        ASSOCIATE_SENIOR,
        INTERMEDIATE,
        ASSISTANT,
        TECHNICIAN
    }

    /** @throws InvalidValue {@code UNKNOWN_TITLE} */
    public TitleCode {
        if (!isValid(code)) {
            throw new InvalidValue("UNKNOWN_TITLE");
        }
    }

    /** Reads a title code; the same as the constructor. */
    public static TitleCode of(String code) {
        return new TitleCode(code);
    }

    /** Whether the constructor would accept the code. */
    public static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }

    /** The two digits of the series. */
    public String series() {
        return code.substring(0, 2);
    }

    public Grade grade() {
        return switch (code.charAt(2)) {
            case '1' -> Grade.SENIOR;
            case '2' -> Grade.ASSOCIATE_SENIOR;
            case '3' -> Grade.INTERMEDIATE;
            case '4' -> Grade.ASSISTANT;
            default -> Grade.TECHNICIAN;
        };
    }

    /** Whether the city's rules count the title among the senior ones (高级职称): full or associate. */
    public boolean isSenior() {
        return grade() == Grade.SENIOR || grade() == Grade.ASSOCIATE_SENIOR;
    }

    @Override
    public String toString() {
        return code;
    }
}
