package cn.qingcheng.kit.standard;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A degree by GB/T 6864: one digit for its rank (2 doctor, 3 master, 4 bachelor), alone or followed by two digits for
 * its field, 201–299, 301–399 and 401–499. Fields 01–14 are the academic branches, later ones professional degrees;
 * they are taken as told, for the list grows every few years.
 *
 * @param code one or three digits
 */
public record Degree(String code) {

    private static final Pattern FORM = Pattern.compile("[234](?!00)([0-9]{2})?");

    /** Ranks, the highest first. */
    public enum Rank {
        DOCTOR,
        MASTER,
        BACHELOR
    }

    /** @throws InvalidValue {@code UNKNOWN_DEGREE} */
    public Degree {
        if (!isValid(code)) {
            throw new InvalidValue("UNKNOWN_DEGREE");
        }
    }

    /** Reads a degree code; the same as the constructor. */
    public static Degree of(String code) {
        return new Degree(code);
    }

    /** Whether the constructor would accept the code. */
    public static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }

    public Rank rank() {
        return switch (code.charAt(0)) {
            case '2' -> Rank.DOCTOR;
            case '3' -> Rank.MASTER;
            default -> Rank.BACHELOR;
        };
    }

    /** The two digits of the field, empty when only the rank is known. */
    public Optional<String> field() {
        return code.length() == 1 ? Optional.empty() : Optional.of(code.substring(1));
    }

    @Override
    public String toString() {
        return code;
    }
}
