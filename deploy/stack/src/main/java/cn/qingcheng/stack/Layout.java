package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the built parts lie in a checkout of the repository. */
public record Layout(Path root) {
    static final String ROOT_PROPERTY = "qingcheng.root";

    /** The checkout this program runs in: a system property, or the nearest folder above the working directory. */
    public static Layout find() {
        String given = System.getProperty(ROOT_PROPERTY);
        if (given != null) {
            return new Layout(Path.of(given).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/stack/pom.xml"))) {
                return new Layout(folder);
            }
        }
        throw new StackFailure("This is not a checkout of Qingcheng: deploy/stack was found in no folder above "
                + Path.of("").toAbsolutePath() + ".");
    }

    Path defaultData() {
        return root.resolve(".city");
    }

    /** Starting point of a service or the gateway; a sentence when it has not been built. */
    Path application(String moduleName) {
        return built(root.resolve(moduleName).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** Jars of the launcher, the broker and the loader. */
    Path libraries() {
        return built(root.resolve("deploy/stack/target/lib"));
    }

    Path keycloak() {
        try (Stream<Path> folders = Files.list(built(root.resolve("deploy/stack/target/keycloak")))) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> notBuilt(root.resolve("deploy/stack/target/keycloak")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacked here once, for all data folders of this checkout. */
    Path postgres() {
        return root.resolve("deploy/stack/target/postgres");
    }

    Path realm() {
        return root.resolve("deploy/keycloak/realm.json");
    }

    /** What the list of refused passwords is made of. */
    Path passwordWords() {
        return root.resolve("deploy/keycloak/password-words.txt");
    }

    Path sampleAccounts() {
        return root.resolve("deploy/keycloak/sample-accounts.json");
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw notBuilt(path);
        }
        return path;
    }

    private static StackFailure notBuilt(Path path) {
        return new StackFailure(path + " is missing: build first with \"mvn package -DskipTests\".");
    }
}
