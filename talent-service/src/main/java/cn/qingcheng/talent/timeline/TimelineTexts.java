package cn.qingcheng.talent.timeline;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an event in words, from {@code messages/timeline*.properties}: {@code <type>.title} and {@code <type>.detail}.
 * In them {@code {name}} stands for a member of the event's data, {@code {name:list}} for its translation under
 * {@code list.<value>}, {@code {name:yuan}} for fen written as yuan; a part in brackets is left out when a value that
 * it names is missing.
 */
final class TimelineTexts {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([a-z]+))?}");
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern LEADING_SEPARATOR = Pattern.compile("^[，, ]+");
    private static final int FEN_DIGITS = 2;

    private final ResourceBundle bundle;

    TimelineTexts(Locale locale) {
        this.bundle = ResourceBundle.getBundle("messages.timeline", locale, EXACT);
    }

    /** The words for the type; for one that nobody has worded yet, the type itself. */
    String title(String type, Map<String, String> data) {
        return text(type + ".title", data).orElse(type);
    }

    /** More words, empty when there is nothing more to say. */
    Optional<String> detail(String type, Map<String, String> data) {
        return text(type + ".detail", data).filter(text -> !text.isEmpty());
    }

    private Optional<String> text(String key, Map<String, String> data) {
        if (!bundle.containsKey(key)) {
            return Optional.empty();
        }
        String whole = replace(
                OPTIONAL_PART, bundle.getString(key), part -> isComplete(part.group(1), data) ? part.group(1) : "");
        String text = replace(PLACE, whole, place -> word(place, data));
        return Optional.of(LEADING_SEPARATOR.matcher(text).replaceFirst(""));
    }

    private static boolean isComplete(String part, Map<String, String> data) {
        return PLACE.matcher(part).results().allMatch(place -> data.containsKey(place.group(1)));
    }

    private String word(MatchResult place, Map<String, String> data) {
        String value = data.getOrDefault(place.group(1), "");
        String list = place.group(2);
        if ("yuan".equals(list)) {
            return BigDecimal.valueOf(Long.parseLong(value), FEN_DIGITS).toPlainString();
        }
        return list == null ? value : listed(list, value);
    }

    /** Subsidies give a reason and the benefit it is about in one value, as {@code EXCLUDED:RENT_SUBSIDY}. */
    private String listed(String list, String value) {
        int colon = value.indexOf(':');
        String code = list + "." + (colon < 0 ? value : value.substring(0, colon));
        if (!bundle.containsKey(code)) {
            return value;
        }
        String about = "kind." + value.substring(colon + 1);
        boolean isAboutKind = colon >= 0 && bundle.containsKey(about);
        return bundle.getString(code) + (isAboutKind ? " (" + bundle.getString(about) + ")" : "");
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> words) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(words.apply(match)));
    }
}
