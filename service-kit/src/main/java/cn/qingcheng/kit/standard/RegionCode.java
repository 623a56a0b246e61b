package cn.qingcheng.kit.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A region by GB/T 2260: six digits, of which two are a province, two a city and two a county.
 *
 * <p>Inside the city every code must be one of its own (the file {@code city-regions.properties}); elsewhere in the
 * country the province must exist, and the rest is taken as told: that is enough to know where somebody comes from,
 * without keeping three thousand counties of others up to date.
 *
 * @param code the six digits
 */
public record RegionCode(String code) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final Map<String, String> CITY_REGIONS = readCityRegions();

    /** The 31 provinces and their like, Taiwan, and the residence permits of Hong Kong, Macao and Taiwan residents. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** The city as a whole. */
    public static final String CITY = "150100";

    private static final String CITY_PREFIX = CITY.substring(0, 4);

    /** @throws InvalidValue {@code UNKNOWN_REGION} */
    public RegionCode {
        if (!isKnown(code)) {
            throw new InvalidValue("UNKNOWN_REGION");
        }
    }

    /** Reads a region code; the same as the constructor. */
    public static RegionCode of(String code) {
        return new RegionCode(code);
    }

    /** Whether the code is of a region of the city or lies in a province that exists. */
    public static boolean isKnown(String code) {
        return FORM.matcher(code).matches()
                && (code.startsWith(CITY_PREFIX) ? isInCity(code) : isProvince(code.substring(0, 2)));
    }

    /** Whether the code is the city's or that of one of its districts, banners and counties. */
    public static boolean isInCity(String code) {
        return CITY_REGIONS.containsKey(code);
    }

    /** Whether two digits are a province's. */
    public static boolean isProvince(String twoDigits) {
        return PROVINCES.contains(twoDigits);
    }

    /** The city and its parts, in the order of their codes. */
    public static Set<String> cityRegions() {
        return CITY_REGIONS.keySet();
    }

    public boolean isInCity() {
        return isInCity(code);
    }

    /** The two digits of the province. */
    public String province() {
        return code.substring(0, 2);
    }

    /** The region's name in Chinese or English; known for the city and its parts only. */
    public Optional<String> name(Locale locale) {
        return Optional.ofNullable(CITY_REGIONS.get(code))
                .map(names -> names.split("\\|", 2)[locale.getLanguage().equals("en") ? 1 : 0].strip());
    }

    @Override
    public String toString() {
        return code;
    }

    private static Map<String, String> readCityRegions() {
        Properties file = new Properties();
        try (InputStream in = Objects.requireNonNull(RegionCode.class.getResourceAsStream("city-regions.properties"))) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> regions = new TreeMap<>();
        file.stringPropertyNames().forEach(code -> regions.put(code, file.getProperty(code, "")));
        return Collections.unmodifiableMap(regions);
    }
}
