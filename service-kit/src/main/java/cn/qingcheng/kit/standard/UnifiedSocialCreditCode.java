package cn.qingcheng.kit.standard;

import java.util.Optional;

/**
 * The unified social credit code of an organisation by GB 32100-2015: 18 characters of {@code 0-9A-Z} without I, O, S,
 * V and Z; one says who registered it, one its category, six its region, nine its organisation code, one is a check
 * character modulo 31 with weights 3^i.
 *
 * @param code the 18 characters, upper case
 */
public record UnifiedSocialCreditCode(String code) {

    /** Length of every code, in characters. */
    public static final int LENGTH = 18;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();

    /** @throws InvalidValue with the code that {@link #problem} tells */
    public UnifiedSocialCreditCode {
        problem(code).ifPresent(problem -> {
            throw new InvalidValue(problem);
        });
    }

    /** Reads a credit code; the same as the constructor. */
    public static UnifiedSocialCreditCode of(String code) {
        return new UnifiedSocialCreditCode(code);
    }

    /** Whether the constructor would accept the code. */
    public static boolean isValid(String code) {
        return problem(code).isEmpty();
    }

    /**
     * What is wrong with a code, if anything, the first of: {@code CREDIT_CODE_FORM} (length or a character that the
     * standard leaves out), {@code CREDIT_CODE_CHECK_CHARACTER}.
     */
    public static Optional<String> problem(String code) {
        if (code.length() != LENGTH || !isOfAlphabet(code)) {
            return Optional.of("CREDIT_CODE_FORM");
        }
        if (code.charAt(LENGTH - 1) != checkCharacter(code.substring(0, LENGTH - 1))) {
            return Optional.of("CREDIT_CODE_CHECK_CHARACTER");
        }
        return Optional.empty();
    }

    /**
     * The check character of the first 17: (31 − Σ mod 31) mod 31.
     *
     * @throws InvalidValue {@code CREDIT_CODE_FORM} when they are not 17 characters of the standard's alphabet
     */
    public static char checkCharacter(String seventeen) {
        if (seventeen.length() != LENGTH - 1 || !isOfAlphabet(seventeen)) {
            throw new InvalidValue("CREDIT_CODE_FORM");
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static boolean isOfAlphabet(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return code;
    }
}
