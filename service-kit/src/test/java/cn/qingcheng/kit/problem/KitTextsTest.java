package cn.qingcheng.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KitTextsTest {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"messages.kit-problems", "messages.kit-standards"})
    void everyTextIsInBothLanguages(String bundle) {
        ResourceBundle chinese = ResourceBundle.getBundle(bundle, Locale.ROOT, EXACT);
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, EXACT);

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.keySet())
                .allSatisfy(key -> assertThat(english.getString(key)).isNotEqualTo(chinese.getString(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "detail"})
    void everyStandardProblemHasItsTexts(String part) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.kit-problems", Locale.ROOT, EXACT);

        assertThat(Arrays.stream(StandardProblem.values()).map(problem -> problem.name() + "." + part))
                .allMatch(texts::containsKey);
    }
}
