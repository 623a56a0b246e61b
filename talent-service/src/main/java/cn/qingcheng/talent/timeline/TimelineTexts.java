package cn.qingcheng.talent.timeline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an event in words, from {@code messages/timeline*.properties}: {@code <type>.title} and {@code <type>.detail},
 * in which {@code {name}} stands for a member of the event's data, and {@code {name:list}} for its translation under
 * {@code list.<value>}.
 */
final class TimelineTexts {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([a-z-]+))?}");

    private final ResourceBundle bundle;

    TimelineTexts(Locale locale) {
        this.bundle = ResourceBundle.getBundle("messages.timeline", locale, EXACT);
    }

    /** Returns the words for the type; for one that nobody has worded yet, the type itself. */
    String title(String type, Map<String, String> data) {
        return text(type + ".title", data).orElse(type);
    }

    Optional<String> detail(String type, Map<String, String> data) {
        return text(type + ".detail", data).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> text(String key, Map<String, String> data) {
        if (!bundle.containsKey(key)) {
            return Optional.empty();
        }
        return Optional.of(
                PLACE.matcher(bundle.getString(key)).replaceAll(place -> Matcher.quoteReplacement(word(place, data))));
    }

    private String word(MatchResult place, Map<String, String> data) {
        String value = data.getOrDefault(place.group(1), "");
        String list = place.group(2);
        String key = list + "." + value;
        return list != null && bundle.containsKey(key) ? bundle.getString(key) : value;
    }
}
