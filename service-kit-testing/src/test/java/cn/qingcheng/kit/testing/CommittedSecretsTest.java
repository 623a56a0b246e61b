package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Secrets come from the environment or from files that are not committed. */
class CommittedSecretsTest {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_COMMITTED = Set.of("target", ".git", ".city", ".idea", ".m2");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*[A-Za-z0-9+/]{16}");
    private static final Pattern SETTING = Pattern.compile(
            "(?im)^\\s*[%\\w.\"-]*(password|secret|credential|private-?key|privacy\\.keys|index\\.key)[\\w.\"-]*\\s*[=:]"
                    + "\\s*(?!\\$\\{|(true|false)\\b|\\s|$)\\S+");
    private static final Pattern JSON_MEMBER =
            Pattern.compile("(?i)\"(password|secret|credentials?|privateKey)\"\\s*:\\s*\"[^\"$]");

    static List<String> secretsIn(String name, String text) {
        List<String> found = new ArrayList<>();
        if (PRIVATE_KEY.matcher(text).find()) {
            found.add(name + " holds a private key");
        }
        if (name.endsWith(".properties") && SETTING.matcher(text).find()) {
            found.add(name + " sets a secret");
        }
        if (name.endsWith(".json") && JSON_MEMBER.matcher(text).find()) {
            found.add(name + " holds a secret");
        }
        return found;
    }

    @Test
    void noFileOfTheRepositoryHoldsOne() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_COMMITTED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.size() < 1_000_000) {
                    seen.add(file);
                    found.addAll(secretsIn(ROOT.relativize(file).toString(), read(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });

        assertThat(found).isEmpty();
        assertThat(seen).hasSizeGreaterThan(500);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSecretIsFound() {
        assertThat(secretsIn("a.properties", "quarkus.datasource.password=hunter2"))
                .hasSize(1);
        assertThat(secretsIn("a.properties", "%prod.qingcheng.privacy.keys = 2026:abc"))
                .hasSize(1);
        assertThat(secretsIn("a.json", "{\"secret\": \"hunter2\"}")).hasSize(1);
        assertThat(secretsIn("a.pem", "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA"))
                .hasSize(1);
    }

    @Test
    void whatOnlySaysWhereASecretComesFromIsNone() {
        assertThat(secretsIn(
                        "a.properties",
                        "quarkus.datasource.password=${DATABASE_PASSWORD}\n"
                                + "problem.password.title=Wrong\n".replace("password", "word")))
                .isEmpty();
        assertThat(secretsIn("a.json", "{\"secret\": \"${SECRET}\"}")).isEmpty();
    }
}
