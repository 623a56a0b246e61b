package cn.qingcheng.checker.plain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers to look for, found by their first ten digits. A number of 15 digits or more is found wherever it stands; a
 * shorter one only where it stands alone or behind a country code, since any clock writes as many digits by chance.
 */
public final class SecretNumbers {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{10,64})([Xx]?)");
    private static final int PREFIX = 10;
    private static final int FOUND_ANYWHERE = 15;
    private static final Set<String> COUNTRY_CODES = Set.of("86", "0086");

    /**
     * A number.
     *
     * @param label what to call it where it must not be told
     */
    private record Secret(String digits, boolean endsWithX, String label) {}

    private final Map<Long, List<Secret>> byPrefix = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> unusable = new ArrayList<>();

    /** Adds a number to look for; one added twice keeps its first label. */
    public void add(String value, String label) {
        Matcher number = NUMBER.matcher(value.strip());
        if (!number.matches()) {
            unusable.add(label);
        } else if (known.add(value.strip().toUpperCase(Locale.ROOT))) {
            String digits = number.group(1);
            byPrefix.computeIfAbsent(Long.parseLong(digits.substring(0, PREFIX)), prefix -> new ArrayList<>())
                    .add(new Secret(digits, !number.group(2).isEmpty(), label));
        }
    }

    public int size() {
        return known.size();
    }

    /** Labels of values that are no such numbers and cannot be looked for. */
    public List<String> unusable() {
        return unusable;
    }

    static int shortest() {
        return PREFIX;
    }

    /** Labels of the numbers in a run of digits that has no digit before or behind it. */
    List<String> in(byte[] run, int length, boolean xFollows) {
        List<String> labels = new ArrayList<>();
        long prefix = 0;
        long highest = 1_000_000_000L;
        for (int end = 0; end < length; end++) {
            if (end >= PREFIX) {
                prefix -= (run[end - PREFIX] - '0') * highest;
            }
            prefix = prefix * 10 + run[end] - '0';
            if (end >= PREFIX - 1) {
                for (Secret secret : byPrefix.getOrDefault(prefix, List.of())) {
                    if (stands(secret, run, length, end - PREFIX + 1, xFollows)) {
                        labels.add(secret.label());
                    }
                }
            }
        }
        return labels;
    }

    private static boolean stands(Secret secret, byte[] run, int length, int start, boolean xFollows) {
        int size = secret.digits().length();
        if (start + size > length || (secret.endsWithX() && !(xFollows && start + size == length))) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (run[start + i] != secret.digits().charAt(i)) {
                return false;
            }
        }
        return size >= FOUND_ANYWHERE || (start + size == length && (start == 0 || isCountryCode(run, start)));
    }

    private static boolean isCountryCode(byte[] run, int length) {
        return COUNTRY_CODES.contains(new String(run, 0, length, StandardCharsets.US_ASCII));
    }
}
