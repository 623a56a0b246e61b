package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A query is made of constants; what a caller says goes into it as a parameter (no injection). */
class QueriesTest {
    private static final Path ROOT = Path.of("..");
    private static final String WORDS = "(?i:\\b(?:select|from|where|order by|update|insert|delete|and|or|values)\\b)";
    private static final String TEXT = "\"[^\"\\n]*" + WORDS + "[^\"\\n]*\"";
    private static final Pattern JOINED =
            Pattern.compile(TEXT + "\\s*\\+\\s*([a-z]\\w*)|\\b([a-z]\\w*)\\s*\\+\\s*" + TEXT);
    private static final Pattern FILLED_IN =
            Pattern.compile("(?s)\"\"\"(?:(?!\"\"\").)*" + WORDS + "(?:(?!\"\"\").)*\"\"\"\\s*\\.(formatted)");
    private static final Pattern ASKS = Pattern.compile("createQuery|createNativeQuery|prepareStatement|Panache");

    /** Joined of constants themselves, by what was asked for and not by how it was said. */
    private static final Set<String> OF_CONSTANTS = Set.of(
            "TalentRepository.java: where",
            "ApplicationRepository.java: handedIn",
            "CooperationProjectRepository.java: conditions",
            "PlatformSearch.java: conditions",
            "PlatformSearch.java: facet",
            "PlatformSearch.java: score",
            "OutboxTable.java: condition");

    private static Set<String> joined(String name, String source) {
        Set<String> joined = new TreeSet<>();
        if (!ASKS.matcher(source).find()) {
            return joined;
        }
        for (Pattern pattern : Set.of(JOINED, FILLED_IN)) {
            Matcher found = pattern.matcher(source);
            while (found.find()) {
                String what = found.group(1) == null ? found.group(2) : found.group(1);
                joined.add(name + ": " + what);
            }
        }
        return joined;
    }

    private static Set<String> joinedIn(Path file) {
        try {
            return joined(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noQueryIsBuiltOfWhatACallerSays() throws IOException {
        Set<String> joined = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().matches("\\.\\./([a-z]+-service|service-kit)/src/main/java/.*\\.java"))
                    .forEach(file -> joined.addAll(joinedIn(file)));
        }

        assertThat(joined).containsExactlyInAnyOrderElementsOf(OF_CONSTANTS);
    }

    @Test
    void oneThatIsIsFound() {
        assertThat(joined("A", "createQuery(\"from A where name = '\" + name + \"'\")"))
                .containsExactly("A: name");
        assertThat(joined("A", "prepareStatement(order + \" order by id\")")).containsExactly("A: order");
        assertThat(joined("A", "createNativeQuery(\"\"\"\n select 1 from %s\n \"\"\".formatted(table))"))
                .containsExactly("A: formatted");
        assertThat(joined("A", "createQuery(\"from A where name = :name\").setParameter(\"name\", name)"))
                .isEmpty();
    }
}
