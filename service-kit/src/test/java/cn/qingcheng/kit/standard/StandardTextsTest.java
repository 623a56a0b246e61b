package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StandardTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/cn/qingcheng/kit/standard");
    private static final Pattern CODE =
            Pattern.compile("\"\\{?((ID_NUMBER|CREDIT_CODE|UNKNOWN|LEVEL|MONEY)_[A-Z_]+)}?\"");

    @Test
    void everyCodeHasItsWordsInBothLanguagesAndNoWordsAreLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Matcher codes = CODE.matcher(Files.readString(file));
                while (codes.find()) {
                    keys.add("input." + codes.group(1));
                }
            }
        }

        assertThat(textsIn(Locale.ROOT)).isEqualTo(keys);
        assertThat(textsIn(Locale.ENGLISH)).isEqualTo(keys);
    }

    private static Set<String> textsIn(Locale locale) {
        var exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new TreeSet<>(ResourceBundle.getBundle("messages.kit-standards", locale, exact)
                .keySet());
    }
}
