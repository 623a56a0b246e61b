package cn.qingcheng.subsidy.application;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words for the reasons a register gives as codes; what an officer wrote stays as written. */
final class ReasonWords {
    private static final String EXCLUDED = "EXCLUDED";
    private static final String EXCLUDED_BY = EXCLUDED + ":";

    private ReasonWords() {}

    static @Nullable String of(@Nullable String reason, Locale language) {
        if (reason == null || !reason.startsWith(EXCLUDED_BY)) {
            return reason;
        }
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/reasons",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String held = reason.substring(EXCLUDED_BY.length());
        return new MessageFormat(words.getString(EXCLUDED), language)
                .format(new Object[] {words.containsKey(held) ? words.getString(held) : held});
    }
}
