package cn.qingcheng.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak from its distribution. The distribution is prepared for PostgreSQL once per checkout; what a running
 * instance writes goes to a home of its own in the data folder, so that two cities can share one distribution.
 */
final class Keycloak {
    static final String REALM = "qingcheng";
    static final String ADMIN = "admin";
    /** Under which name the administrator's password is kept. */
    static final String ADMIN_SECRET = "keycloak-admin";

    private static final int MAX_HEAP_MIB = 224;
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(5);
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final DataFolder data;
    private final Path distribution;
    private final int port;
    private final Postgres postgres;
    private final Secrets secrets;

    Keycloak(DataFolder data, Path distribution, int port, Postgres postgres, Secrets secrets) {
        this.data = data;
        this.distribution = distribution;
        this.port = port;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    String issuer() {
        return url() + "/realms/" + REALM;
    }

    /** Prepares the distribution if that has not been done; two cities that start at once take turns. */
    void prepare(Children children, Progress progress) {
        Path prepared = distribution.resolve("prepared-with");
        String options = String.join(" ", BUILD_OPTIONS);
        try (FileChannel lock = FileChannel.open(
                        distribution.resolve("preparing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (held.isValid()
                    && Files.exists(prepared)
                    && Files.readString(prepared).equals(options)) {
                return;
            }
            progress.step("prepare Keycloak (once)");
            List<String> command = new ArrayList<>();
            command.add("bash");
            command.add(distribution.resolve("bin/kc.sh").toString());
            command.add("build");
            command.addAll(BUILD_OPTIONS);
            Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
            children.start(new ProcessSpec("keycloak-build", command, environment, data.path()))
                    .awaitSuccess(BUILD_PATIENCE, progress);
            Files.writeString(prepared, options);
        } catch (IOException e) {
            throw new StackFailure(
                    "Keycloak could not be prepared in " + distribution + ": " + e.getMessage() + ".", e);
        }
    }

    /** Starts it; the settings count when it reads the realm, that is when there is none yet. */
    Child start(Children children, RealmSettings realm) {
        List<String> options = List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm");
        Map<String, String> environment = new HashMap<>(realm.environment());
        environment.put("KC_DB_URL", postgres.url(ProcessNames.KEYCLOAK));
        environment.put("KC_DB_USERNAME", ProcessNames.KEYCLOAK);
        environment.put("KC_DB_PASSWORD", secrets.password(ProcessNames.KEYCLOAK));
        environment.put("KC_DB_POOL_MAX_SIZE", "12");
        // One node: no cluster transport that listens and searches for others.
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(port));
        environment.put("KC_HTTP_POOL_MAX_THREADS", "16");
        environment.put("KC_HOSTNAME", url());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password(ADMIN_SECRET));
        environment.put("KC_LOG_CONSOLE_COLOR", "false");
        return children.start(new ProcessSpec(
                ProcessNames.KEYCLOAK,
                JavaCommand.of(MAX_HEAP_MIB, data.temporary(ProcessNames.KEYCLOAK), options),
                environment,
                data.path()));
    }

    RealmAdmin admin() {
        return new RealmAdmin(url(), ADMIN, secrets.password(ADMIN_SECRET));
    }

    private Path home() {
        return data.keycloak();
    }

    /** Puts in place what it reads at its start: the realm, when there is none yet, and the passwords that are refused. */
    void provide(Layout layout, Accounts accounts) {
        makeHome();
        PropertyFile.write(
                home().resolve("data/password-blacklists").resolve(PasswordBlacklist.NAME),
                PasswordBlacklist.of(layout.passwordWords()).text());
        new RealmFile(layout.realm()).write(home().resolve("data/import/" + REALM + "-realm.json"), accounts);
    }

    private void makeHome() {
        try {
            for (String folder : List.of("conf", "data/import", "data/password-blacklists", "providers")) {
                Files.createDirectories(home().resolve(folder));
            }
            for (String shared : List.of("lib", "themes")) {
                Path link = home().resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
        } catch (FileSystemException e) {
            throw new StackFailure("Keycloak's folder " + home() + " cannot be written: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new StackFailure("Keycloak's folder " + home() + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    void awaitReady(Child child, Progress progress) {
        child.awaitReady(
                () -> HttpProbe.answersOk(issuer() + "/.well-known/openid-configuration"), START_PATIENCE, progress);
    }
}
