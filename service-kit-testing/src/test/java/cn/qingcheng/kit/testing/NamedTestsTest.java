package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of docs/security.md, docs/asvs.md and docs/logs.md name tests; a table that names one that is gone shows nothing. */
class NamedTestsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9]+):([A-Z]\\w+)#(\\w+)`");
    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|Property|RepeatedTest)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(#[^)]*)?\\)");
    private static final List<String> SERVICES =
            List.of("talent-service", "subsidy-service", "housing-service", "platform-service");
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
            Map.entry("kit", List.of("service-kit")),
            Map.entry("testing", List.of("service-kit-testing")),
            Map.entry("talent", List.of("talent-service")),
            Map.entry("subsidy", List.of("subsidy-service")),
            Map.entry("housing", List.of("housing-service")),
            Map.entry("platform", List.of("platform-service")),
            Map.entry("gateway", List.of("gateway")),
            Map.entry("stack", List.of("deploy/stack")),
            Map.entry("checker", List.of("deploy/checker")),
            Map.entry("faults", List.of("deploy/faults")),
            Map.entry("e2e", List.of("deploy/e2e")),
            Map.entry("each", SERVICES));

    private static List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        for (MatchResult named : NAMED.matcher(text).results().toList()) {
            for (String module : MODULES.getOrDefault(named.group(1), List.of("no-such-module"))) {
                if (!isTest(ROOT.resolve(module), named.group(2), named.group(3))) {
                    missing.add(module + ": " + named.group(2) + "#" + named.group(3));
                }
            }
        }
        return missing;
    }

    private static boolean isTest(Path module, String type, String method) {
        return sources(module, type).stream().anyMatch(source -> isTest(source, method));
    }

    /** Declared with an annotation of a test between the end of the method before and its own name. */
    private static boolean isTest(String source, String method) {
        Matcher declared =
                Pattern.compile("\\b(void|boolean) " + method + "\\(").matcher(source);
        if (!declared.find()) {
            return false;
        }
        String before = source.substring(0, declared.start());
        return TEST.matcher(before.substring(Math.max(before.lastIndexOf("\n    }\n"), 0)))
                .find();
    }

    private static List<String> sources(Path module, String type) {
        Path tests = module.resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .map(NamedTestsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"security.md,50", "asvs.md,50", "logs.md,2"})
    void everyNamedTestIsThere(String page, int least) {
        String text = read(ROOT.resolve("docs").resolve(page));

        assertThat(missing(text)).isEmpty();
        assertThat(NAMED.matcher(text).results()).hasSizeGreaterThan(least);
    }

    @Test
    void noRequirementIsMetByNothing() {
        List<String> rows = read(ROOT.resolve("docs/asvs.md"))
                .lines()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ .*"))
                .toList();

        // ASVS 5.0.0 has as many requirements of level 1, and of level 2, as this.
        assertThat(rows.stream().map(row -> row.split("\\|", -1)[1].strip())).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.split("\\|", -1)[2].strip().equals("1")))
                .hasSize(70);
        assertThat(rows.stream().filter(row -> row.split("\\|", -1)[2].strip().equals("2")))
                .hasSize(183);
        for (String row : rows) {
            String answer = row.split("\\|", -1)[4].strip();
            assertThat(answer).as(row).isIn("met", "n/a", "open");
            if (answer.equals("met")) {
                assertThat(NAMED.matcher(row).find() || LINK.matcher(row).find())
                        .as(row)
                        .isTrue();
            }
        }
    }

    @Test
    void noDutyIsMetByNothing() {
        List<String> met = read(ROOT.resolve("docs/security.md"))
                .lines()
                .filter(line -> line.contains("| met |"))
                .toList();

        assertThat(met)
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(
                                NAMED.matcher(row).find() || LINK.matcher(row).find())
                        .as(row)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"security.md", "asvs.md", "access.md", "logs.md"})
    void everyLinkLeadsToAFile(String page) {
        Path file = ROOT.resolve("docs").resolve(page);
        LINK.matcher(read(file)).results().map(link -> link.group(1)).forEach(target -> {
            if (!target.isEmpty() && !target.startsWith("http") && !Files.exists(file.resolveSibling(target))) {
                fail(page + " links to " + target);
            }
        });
    }

    @Test
    void aTestThatIsGoneIsFound() {
        assertThat(missing("`testing:NamedTestsTest#aTestThatIsGoneIsFound`")).isEmpty();
        assertThat(missing("`testing:NamedTestsTest#everyNamedTestIsThere`")).isEmpty();
        assertThat(missing("`testing:NamedTestsTest#missing` `testing:NoSuchTest#a` `nowhere:NamedTestsTest#a`"))
                .hasSize(3);
        assertThat(missing("`each:AccessTest#whatBelongsToAnotherIsNotThere`")).isEmpty();
    }
}
