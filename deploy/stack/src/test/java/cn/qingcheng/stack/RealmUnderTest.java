package cn.qingcheng.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The committed realm, as safe as a city's, on a real Keycloak with the sample accounts. Started once for all test
 * classes that are extended with it, stopped after the last.
 */
final class RealmUnderTest implements BeforeAllCallback {
    static final String GATEWAY = "http://localhost:8080";
    static final String WEB_REDIRECT = GATEWAY + "/docs/oauth2-redirect.html";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RealmUnderTest.class);

    private static Running running;

    private record Running(Settings settings, Children children, Keycloak keycloak, Accounts accounts, Secrets secrets)
            implements AutoCloseable {
        @Override
        public void close() {
            children.stopAll(Progress.silent());
            settings.data().delete();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent("running", key -> {
            running = start();
            return running;
        });
    }

    private static Running start() {
        Layout layout = Layout.find();
        Settings settings = Settings.forTest(folder());
        DataFolder data = settings.data();
        data.create();
        Children children = new Children(data);
        Secrets secrets = new Secrets(data);
        Postgres postgres = new Postgres(
                data,
                PostgresBinaries.unpacked(layout, Progress.silent()),
                settings.ports().postgres(),
                secrets);
        Keycloak keycloak =
                new Keycloak(data, layout.keycloak(), settings.ports().keycloak(), postgres, secrets);
        Accounts accounts = Accounts.of(SampleAccounts.read(layout.sampleAccounts()), keycloak.issuer(), secrets);
        try {
            keycloak.provide(layout, accounts);
            keycloak.prepare(children, Progress.silent());
            postgres.awaitReady(postgres.start(children, Progress.silent()), Progress.silent());
            postgres.ensureDatabase(ProcessNames.KEYCLOAK);
            keycloak.awaitReady(keycloak.start(children, RealmSettings.safe(GATEWAY)), Progress.silent());
            new Addresses(settings.ports(), settings.scale()).write(data);
            return new Running(settings, children, keycloak, accounts, secrets);
        } catch (RuntimeException | Error failure) {
            children.stopAll(Progress.silent());
            throw failure;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("qingcheng-realm").resolve("city");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Data folder of a city of which Keycloak and its database run. */
    static Path data() {
        return running.settings().data().path();
    }

    static Accounts accounts() {
        return running.accounts();
    }

    static String issuer() {
        return running.keycloak().issuer();
    }

    static String keycloakUrl() {
        return running.keycloak().url();
    }

    /** The server's own administrator, who is in no realm of a city. */
    static RealmAdmin admin() {
        return running.keycloak().admin();
    }

    /** Somebody new with that name, who logs in with the sample accounts' password. */
    static void person(String account, String... roles) {
        admin().add(
                        List.of(new Accounts.User(account, List.of(roles), "样例")),
                        accounts().password());
    }

    /** Where the administrator finds the account. */
    static String accountPath(String account) {
        return "/users/"
                + admin().get("/users?exact=true&username=" + account)
                        .path(0)
                        .path("id")
                        .asText();
    }

    static String adminToken() {
        return Browser.post(
                        keycloakUrl() + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                Keycloak.ADMIN,
                                "password",
                                running.secrets().password(Keycloak.ADMIN_SECRET)))
                .text("access_token");
    }
}
