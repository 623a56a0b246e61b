package cn.qingcheng.stack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole city on this machine. {@link #start} returns when everything answers; the processes outlive the program
 * that started them and end with {@link #stop}, also from another program.
 */
public final class Stack implements AutoCloseable {
    private final Settings settings;
    private final Children children;
    private final Parts parts;
    private final Map<String, Part> controllable;
    private final Accounts accounts;

    Stack(Settings settings, Children children, Parts parts, Accounts accounts) {
        this.settings = settings;
        this.children = children;
        this.parts = parts;
        this.controllable = parts.controllable(settings, children);
        this.accounts = accounts;
    }

    /**
     * Starts everything.
     *
     * @throws StackFailure with the reason in one sentence, after what had been started was stopped again
     */
    public static Stack start(Layout layout, Settings settings, Progress progress) {
        DataFolder data = settings.data();
        Children children = new Children(data);
        if (isRunning(data)) {
            throw new StackFailure("A city already runs on " + data.path() + " ("
                    + String.join(
                            ", ",
                            children.all().stream().map(RunningProcess::name).toList())
                    + "): stop it with ./deploy/down first.");
        }
        PortCheck.require(settings.ports().byOwner(settings.scale()));
        if (settings.fresh()) {
            data.delete();
        }
        data.create();
        children.putLogsAside();
        DiskCheck.require(data.path(), DiskCheck.NEEDED_BYTES);
        try {
            return new Start(layout, settings, children, progress).run();
        } catch (RuntimeException | Error failure) {
            stop(data, Progress.silent());
            throw failure;
        }
    }

    /** The city that another program has started on this data folder. */
    public static Stack attach(Layout layout, DataFolder data) {
        Addresses addresses = Addresses.read(data);
        Settings settings =
                Settings.standard(data.path()).withPorts(addresses.ports()).withScale(addresses.scale());
        return new Stack(
                settings, new Children(data), Parts.of(layout, settings, Progress.silent()), Accounts.read(data));
    }

    /** Stops what runs on a data folder, whoever started it; returns how many processes that were. */
    public static int stop(DataFolder data, Progress progress) {
        int stopped = new Children(data).stopAll(progress);
        new CityClock(data.clock(), Clock.systemUTC()).stop();
        return stopped;
    }

    public static boolean isRunning(DataFolder data) {
        return !new Children(data).all().isEmpty();
    }

    /** Stops one service's instance if it still runs, starts it again, and says how long it took to be ready. */
    public Duration restart(String moduleName, int instance) {
        Part part = part(ServiceModule.of(moduleName).processName(instance));
        part.stop();
        long begun = System.nanoTime();
        part.start();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * One part of the city, to be stopped and started alone.
     *
     * @param name {@code postgres}, {@code kafka}, {@code gateway}, or a service's instance: {@code talent-service-1}
     */
    public Part part(String name) {
        Part part = controllable.get(name);
        if (part == null) {
            throw new StackFailure("There is no part \"" + name + "\"; the parts are "
                    + String.join(", ", controllable.keySet()) + ".");
        }
        return part;
    }

    /** All parts, in an order in which each finds what it stands on. */
    public List<Part> parts() {
        return List.copyOf(controllable.values());
    }

    @Override
    public void close() {
        stop(settings.data(), Progress.silent());
    }

    /** The one address of all APIs, without a slash at its end. */
    public String gatewayUrl() {
        return parts.applications().gatewayUrl();
    }

    /** Address of one instance, past the gateway; counted from 1. */
    public String serviceUrl(String moduleName, int instance) {
        return "http://127.0.0.1:" + settings.ports().of(ServiceModule.of(moduleName), instance);
    }

    /** The broker, past all links. */
    public String kafkaAddress() {
        return parts.kafka().address();
    }

    /** A database, past all links. */
    public String jdbcUrl(String database) {
        return parts.postgres().url(database);
    }

    /** The database server's account that may do everything. */
    public String superuser() {
        return Postgres.SUPERUSER;
    }

    public String superuserPassword() {
        return databasePassword(Postgres.SUPERUSER);
    }

    /** The password of a database's owner, whose name is the database's. */
    public String databasePassword(String database) {
        return parts.secrets().password(database);
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Adds people to the running realm; they log in with the sample accounts' password. */
    public void addPeople(List<Accounts.User> people) {
        parts.keycloak().admin().add(people, accounts.password());
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
