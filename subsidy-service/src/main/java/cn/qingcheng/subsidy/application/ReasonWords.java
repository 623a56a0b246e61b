package cn.qingcheng.subsidy.application;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words for the reasons the benefit register gives as codes; what an officer wrote stays as written. */
final class ReasonWords {
    private ReasonWords() {}

    /**
     * The reason in words.
     *
     * @param reason a code, with the kind of benefit held after a colon where there is one, or any other text
     */
    static @Nullable String of(@Nullable String reason, Locale language) {
        if (reason == null) {
            return null;
        }
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/reasons",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        int colon = reason.indexOf(':');
        String code = "reason." + (colon < 0 ? reason : reason.substring(0, colon));
        if (!words.containsKey(code)) {
            return reason;
        }
        String held = "kind." + reason.substring(colon + 1);
        String kind = words.containsKey(held) ? words.getString(held) : reason.substring(colon + 1);
        return new MessageFormat(words.getString(code), language).format(new Object[] {kind});
    }
}
