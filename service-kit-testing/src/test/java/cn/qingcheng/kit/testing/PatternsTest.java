package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No pattern that input meets takes long over text made to make it (ReDoS). */
class PatternsTest {
    private static final Path ROOT = Path.of("..");
    private static final int LONGEST_BODY = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern IN_CODE =
            Pattern.compile("(?:Pattern\\.compile\\(|regexp = |\\.matches\\()\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final List<String> REPEATED =
            List.of("a", "A", "0", " ", "-", "_", "a-", "a ", "王", ".", ",", "1,", "/", "\\", "é", "ab0 ", "%", "aA");

    private static Set<String> patterns() {
        TreeSet<String> patterns = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            // What deploy/ reads comes from the operator of this machine.
            files.filter(file -> file.toString()
                            .matches("\\.\\./(gateway|[a-z]+-service|service-kit)/src/main/java/.*\\.java"))
                    .forEach(file -> patterns.addAll(patternsIn(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }

    private static List<String> patternsIn(Path file) {
        try {
            return IN_CODE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1).translateEscapes())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isQuick(String regex) {
        Pattern pattern = Pattern.compile(regex);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> REPEATED.forEach(text -> {
            String attack = text.repeat(LONGEST_BODY / 4 / text.length()) + "\u0001";
            pattern.matcher(attack).matches();
            pattern.matcher(attack.substring(0, 4_000)).find();
        }));
        try {
            work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(regex + " fails: " + e.getCause(), e);
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    @Test
    void noPatternRunsAway() {
        Set<String> patterns = patterns();

        assertThat(patterns).hasSizeGreaterThan(30);
        assertThat(patterns.stream().filter(pattern -> !isQuick(pattern)).toList())
                .isEmpty();
    }

    @Test
    void oneThatDoesIsFound() {
        assertThat(isQuick("(a+)+b")).isFalse();
        assertThat(isQuick("[a-z][a-z0-9-]{1,49}")).isTrue();
    }
}
