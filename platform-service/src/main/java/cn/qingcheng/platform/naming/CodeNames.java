package cn.qingcheng.platform.naming;

import cn.qingcheng.kit.problem.RequestLanguage;
import cn.qingcheng.kit.standard.RegionCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Words for codes in the caller's language, from the bundle {@code messages/codes}. */
@ApplicationScoped
public class CodeNames {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final RequestLanguage language;

    CodeNames(RequestLanguage language) {
        this.language = language;
    }

    /** The language the names are given in. */
    public Locale locale() {
        return language.locale();
    }

    /** The name of a code of a list, {@code kind} and {@code LABORATORY} for example; the code itself when it has none. */
    public String of(String list, String code) {
        if (list.equals("region")) {
            return RegionCode.isKnown(code) ? RegionCode.of(code).name(locale()).orElse(code) : code;
        }
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.codes", locale(), Thread.currentThread().getContextClassLoader(), EXACT);
        String key = list + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }
}
