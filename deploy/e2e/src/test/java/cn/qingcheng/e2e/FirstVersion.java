package cn.qingcheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qingcheng.stack.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The services of the first version, built from the history of this checkout, once, below {@code target}. */
final class FirstVersion {
    /** Databases that people may have begin with the migrations of this commit. */
    private static final String COMMIT = "0139160ac7f53ca4c358bc47b18a75708abf8695";

    private static final String SERVICES = "talent-service,subsidy-service,housing-service,platform-service";
    private static final long BUILD_MINUTES = 15;

    private FirstVersion() {}

    /** A checkout whose services are of the first version; everything else in it is the present one. */
    static Layout built() {
        Path root = Layout.find().root();
        Path checkout = Path.of("target", "first-version", COMMIT).toAbsolutePath();
        Path done = checkout.resolve("built");
        if (Files.exists(done)) {
            return new Layout(checkout);
        }
        assumeTrue(
                Files.exists(root.resolve(".git")),
                "This is no checkout of git, so there is no history to take the first version from.");
        try {
            Files.createDirectories(checkout);
            assumeTrue(
                    run(root, "git", "cat-file", "-e", COMMIT + "^{commit}") == 0,
                    "This clone does not reach back to the first version: fetch the whole history with \"git fetch"
                            + " --unshallow\".");
            Path archive = checkout.resolveSibling(COMMIT + ".tar");
            require(root, "git", "archive", "--output", archive.toString(), COMMIT);
            require(checkout, "tar", "-xf", archive.toString());
            require(checkout, maven());
            for (String present :
                    List.of("gateway/target", "deploy/stack/target", "deploy/keycloak/password-words.txt")) {
                Files.createSymbolicLink(checkout.resolve(present), root.resolve(present));
            }
            Files.createFile(done);
            return new Layout(checkout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Maven that runs this test, with its repository: nothing is downloaded twice, nothing installed. */
    private static String[] maven() {
        List<String> command = new ArrayList<>();
        String home = System.getProperty("maven.home", "");
        command.add(home.isBlank() ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--quiet", "-T", "2"));
        String repository = System.getProperty("maven.repo.local", "");
        if (!repository.isBlank()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(
                List.of("package", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-am", "-pl", SERVICES));
        return command.toArray(String[]::new);
    }

    private static void require(Path folder, String... command) {
        assertThat(run(folder, command))
                .as("%s in %s; its words are in %s", String.join(" ", command), folder, log())
                .isZero();
    }

    private static int run(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            assertThat(process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path log() {
        return Path.of("target", "first-version", "build.log").toAbsolutePath();
    }
}
