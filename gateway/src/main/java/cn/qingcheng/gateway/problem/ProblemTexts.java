package cn.qingcheng.gateway.problem;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Titles and details in Chinese, the default, or English. */
final class ProblemTexts {

    private static final ResourceBundle.Control NO_GUESS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("messages.problems", Locale.ROOT, NO_GUESS);
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("messages.problems", Locale.ENGLISH, NO_GUESS);

    private final Locale locale;

    private ProblemTexts(Locale locale) {
        this.locale = locale;
    }

    /** Takes the header's value as received; what cannot be read counts as absent. */
    static ProblemTexts chosenBy(@Nullable String acceptLanguage) {
        Locale chosen = null;
        if (acceptLanguage != null) {
            try {
                chosen = Locale.lookup(
                        Locale.LanguageRange.parse(acceptLanguage),
                        List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
            } catch (IllegalArgumentException e) {
                chosen = null;
            }
        }
        return new ProblemTexts(Locale.ENGLISH.equals(chosen) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    String languageTag() {
        return locale.toLanguageTag();
    }

    String title(GatewayProblem problem) {
        return bundle().getString(problem.name() + ".title");
    }

    String detail(GatewayProblem problem) {
        return bundle().getString(problem.name() + ".detail");
    }

    private ResourceBundle bundle() {
        return Locale.ENGLISH.equals(locale) ? ENGLISH : CHINESE;
    }
}
