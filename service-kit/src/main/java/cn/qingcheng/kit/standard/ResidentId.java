package cn.qingcheng.kit.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen's ID number by GB 11643-1999: 18 characters, of which six are a region, eight a date of birth, three a
 * sequence and one a check digit by ISO 7064 MOD 11-2.
 *
 * <p>The region need only begin with a province that exists: a number is kept for life, while counties are merged and
 * renamed, so abolished ones must stay valid. A lower-case {@code x} is not accepted: the standard writes {@code X}.
 */
public final class ResidentId {

    /** Length of every ID number, in characters. */
    public static final int LENGTH = 18;

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final String number;
    private final LocalDate birthDate;

    private ResidentId(String number, LocalDate birthDate) {
        this.number = number;
        this.birthDate = birthDate;
    }

    /** Sex as the number's seventeenth digit tells it: odd is male, even is female. */
    public enum Sex {
        MALE,
        FEMALE
    }

    /**
     * Reads an ID number.
     *
     * @param number the 18 characters, nothing around them
     * @param today the current day in the city; the date of birth may not lie after it
     * @throws InvalidValue with the code that {@link #problem} tells
     */
    public static ResidentId of(String number, LocalDate today) {
        problem(number, today).ifPresent(code -> {
            throw new InvalidValue(code);
        });
        return new ResidentId(number, birthDateIn(number).orElseThrow());
    }

    /** Whether {@link #of} would accept the number. */
    public static boolean isValid(String number, LocalDate today) {
        return problem(number, today).isEmpty();
    }

    /**
     * What is wrong with an ID number, if anything, the first of: {@code ID_NUMBER_FORM} (not 17 digits and a digit or
     * X), {@code ID_NUMBER_REGION} (no such province), {@code ID_NUMBER_BIRTH_DATE} (no such day, before 1900, or in
     * the future), {@code ID_NUMBER_CHECK_DIGIT}.
     */
    public static Optional<String> problem(String number, LocalDate today) {
        if (!FORM.matcher(number).matches()) {
            return Optional.of("ID_NUMBER_FORM");
        }
        if (!RegionCode.isProvince(number.substring(0, 2))) {
            return Optional.of("ID_NUMBER_REGION");
        }
        Optional<LocalDate> born = birthDateIn(number);
        if (born.isEmpty() || born.get().isAfter(today) || born.get().getYear() < 1900) {
            return Optional.of("ID_NUMBER_BIRTH_DATE");
        }
        if (number.charAt(LENGTH - 1) != checkDigit(number.substring(0, LENGTH - 1))) {
            return Optional.of("ID_NUMBER_CHECK_DIGIT");
        }
        return Optional.empty();
    }

    /**
     * The check digit of the first 17 digits: their weighted sum modulo 11 chooses it.
     *
     * @throws InvalidValue {@code ID_NUMBER_FORM} when they are not 17 digits
     */
    public static char checkDigit(String seventeenDigits) {
        if (seventeenDigits.length() != WEIGHTS.length
                || !seventeenDigits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValue("ID_NUMBER_FORM");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeenDigits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birthDateIn(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The 18 characters. Personal data: encrypt it where it rests, mask it where it is shown. */
    public String number() {
        return number;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The six digits of the region that first issued the number; it may have been abolished since. */
    public String region() {
        return number.substring(0, 6);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidentId that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /** Masked, so that a number never reaches a log by accident. */
    @Override
    public String toString() {
        return number.substring(0, 2) + "*".repeat(LENGTH - 2);
    }
}
