package cn.qingcheng.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** Words problems and input errors in the caller's language, from the service's bundle first and then the kit's. */
@ApplicationScoped
public class ProblemTexts {

    private static final List<String> BUNDLES =
            List.of("messages.problems", "messages.kit-problems", "messages.kit-standards");
    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    @Inject
    RequestLanguage language;

    /** The short name of a kind of problem. */
    public String title(ProblemCode code) {
        return text(code.name() + ".title", List.of(), language.locale()).orElse(code.name());
    }

    /** What went wrong this time; absent when the kind says it all. */
    public Optional<String> detail(ProblemCode code, List<Object> arguments) {
        return text(code.name() + ".detail", arguments, language.locale());
    }

    /** The errors with their detail in the caller's language; those already worded stay. */
    public List<InputError> localise(List<InputError> errors) {
        Locale locale = language.locale();
        return errors.stream().map(error -> localise(error, locale)).toList();
    }

    InputError localise(InputError error, Locale locale) {
        if (error.detail() != null) {
            return error;
        }
        String detail = text("input." + error.code(), error.arguments(), locale).orElse(error.code());
        return new InputError(error.pointer(), error.code(), detail);
    }

    Optional<String> text(String key, List<Object> arguments, Locale locale) {
        for (String name : BUNDLES) {
            ResourceBundle bundle = bundle(name, locale);
            if (bundle != null && bundle.containsKey(key)) {
                return Optional.of(new MessageFormat(bundle.getString(key), locale).format(arguments.toArray()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable ResourceBundle bundle(String name, Locale locale) {
        try {
            return ResourceBundle.getBundle(name, locale, Thread.currentThread().getContextClassLoader(), EXACT);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
