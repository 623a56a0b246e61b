package cn.qingcheng.stack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole city on this machine. {@link #start} returns when everything answers; the processes outlive the program
 * that started them and end with {@link #stop}, also from another program.
 */
public final class Stack implements AutoCloseable {
    /** Long enough to walk through the README with one token. */
    private static final int TOKEN_SECONDS = 1_800;

    private final Settings settings;
    private final Children children;
    private final Accounts accounts;
    private final String gatewayUrl;

    private Stack(Settings settings, Children children, Accounts accounts, String gatewayUrl) {
        this.settings = settings;
        this.children = children;
        this.accounts = accounts;
        this.gatewayUrl = gatewayUrl;
    }

    /**
     * Starts everything.
     *
     * @throws StackFailure with the reason in one sentence, after what had been started was stopped again
     */
    public static Stack start(Layout layout, Settings settings, Progress progress) {
        DataFolder data = settings.data();
        Children children = new Children(data);
        List<RunningProcess> running = children.running();
        if (!running.isEmpty()) {
            throw new StackFailure("A city already runs on " + data.path() + " ("
                    + String.join(
                            ", ", running.stream().map(RunningProcess::name).toList())
                    + "): stop it with ./deploy/down first.");
        }
        PortCheck.require(settings.ports().byOwner(settings.scale()));
        if (settings.fresh()) {
            data.delete();
        }
        data.create();
        DiskCheck.require(data.path(), DiskCheck.NEEDED_BYTES);
        try {
            return new Start(layout, settings, children, progress).run();
        } catch (RuntimeException | Error failure) {
            stop(data, Progress.silent());
            throw failure;
        }
    }

    /** The steps of a start, in the order that keeps both processors busy. */
    private record Start(Layout layout, Settings settings, Children children, Progress progress) {

        Stack run() {
            DataFolder data = settings.data();
            Ports ports = settings.ports();
            Secrets secrets = new Secrets(data);
            Postgres postgres =
                    new Postgres(data, PostgresBinaries.unpacked(layout, progress), ports.postgres(), secrets);
            Kafka kafka = new Kafka(data, layout.libraries(), ports);
            Keycloak keycloak = new Keycloak(data, layout.keycloak(), ports.keycloak(), postgres, secrets);
            Applications applications = new Applications(layout, settings, postgres, kafka, keycloak, secrets);
            applications.requireBuilt();
            Accounts accounts = Accounts.of(SampleAccounts.read(layout.sampleAccounts()), keycloak.issuer(), secrets);
            new RealmFile(layout.realm())
                    .write(keycloak.realmFile(), accounts, realmVariables(applications.gatewayUrl()));
            accounts.write(data.accounts());
            new CityClock(data.clock(), Clock.systemUTC()).start(settings.clockSpeed());

            keycloak.prepare(children, progress);
            Child kafkaProcess = kafka.start(children, progress);
            Child postgresProcess = postgres.start(children, progress);
            progress.step("start PostgreSQL");
            postgres.awaitReady(postgresProcess, progress);
            for (ServiceModule service : ServiceModule.values()) {
                postgres.ensureDatabase(service.shortName());
            }
            postgres.ensureDatabase(ProcessNames.KEYCLOAK);
            Child keycloakProcess = keycloak.start(children);
            progress.step("start Kafka");
            kafka.awaitReady(kafkaProcess, progress);
            startApplications(applications);
            progress.step("start Keycloak");
            keycloak.awaitReady(keycloakProcess, progress);
            Addresses.write(data, applications.gatewayUrl(), keycloak.url());
            SampleCity city = new SampleCity(layout, settings);
            if (city.isWanted()) {
                city.load(children, applications.gatewayUrl(), progress);
            }
            progress.done();
            return new Stack(settings, children, accounts, applications.gatewayUrl());
        }

        private void startApplications(Applications applications) {
            record Started(String name, Child child, int port) {}
            List<Started> started = new ArrayList<>();
            for (ServiceModule service : ServiceModule.values()) {
                for (int instance = 1; instance <= settings.scale().of(service); instance++) {
                    started.add(new Started(
                            service.processName(instance),
                            applications.startService(service, instance, children),
                            settings.ports().of(service, instance)));
                }
            }
            started.add(new Started(
                    ProcessNames.GATEWAY,
                    applications.startGateway(children),
                    settings.ports().gateway()));
            for (Started application : started) {
                progress.step("start " + application.name());
                applications.awaitReady(application.child(), application.port(), progress);
            }
        }

        private Map<String, String> realmVariables(String gatewayUrl) {
            return Map.of(
                    "QINGCHENG_GATEWAY",
                    gatewayUrl,
                    "QINGCHENG_TOKEN_SECONDS",
                    Integer.toString(TOKEN_SECONDS),
                    "QINGCHENG_PASSWORD_GRANT",
                    "true");
        }
    }

    /** Stops what runs on a data folder, whoever started it; returns how many processes that were. */
    public static int stop(DataFolder data, Progress progress) {
        int stopped = new Children(data).stopAll(progress);
        new CityClock(data.clock(), Clock.systemUTC()).stop();
        return stopped;
    }

    public static boolean isRunning(DataFolder data) {
        return !new Children(data).running().isEmpty();
    }

    @Override
    public void close() {
        stop(settings.data(), Progress.silent());
    }

    /** The one address of all APIs, without a slash at its end. */
    public String gatewayUrl() {
        return gatewayUrl;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** A fresh access token of a sample account. */
    public String token(String account) {
        return new Tokens(accounts).of(account);
    }

    public CityClock clock() {
        return new CityClock(settings.data().clock(), Clock.systemUTC());
    }

    public Settings settings() {
        return settings;
    }

    /** What runs, by name; for whoever wants to measure it or to see what a crash does. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> handles = new TreeMap<>();
        children.running().forEach(process -> handles.put(process.name(), process.handle()));
        return handles;
    }
}
