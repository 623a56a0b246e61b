package cn.qingcheng.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The database server: a real PostgreSQL with fsync on, one database and one role for each who needs one. */
final class Postgres {
    static final String SUPERUSER = "postgres";
    private static final Duration INIT_PATIENCE = Duration.ofMinutes(2);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    /** Seconds; the driver must not wait for an answer that never comes. */
    private static final int LOGIN_TIMEOUT = 5;

    private final DataFolder data;
    private final Path binaries;
    private final int port;
    private final Secrets secrets;
    private final List<String> unprivileged;
    private final WalArchive archive;

    Postgres(DataFolder data, Path binaries, int port, Secrets secrets) {
        this.data = data;
        this.binaries = binaries;
        this.port = port;
        this.secrets = secrets;
        this.unprivileged = Privileges.commandPrefix();
        this.archive = new WalArchive(data);
    }

    /** Creates the data directory if there is none, and starts the server on it. */
    Child start(Children children, Progress progress) {
        if (!Files.exists(data.postgres().resolve("PG_VERSION"))) {
            progress.step("create the database server's files");
            initialise(children, progress);
        }
        return start(children, Map.of());
    }

    /** Starts the server on the data directory, with settings beside those it always has. */
    Child start(Children children, Map<String, String> more) {
        archive.install();
        new ServerRemains(data.postgres()).clear();
        List<String> command = new ArrayList<>(unprivileged);
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.postgres().toString()));
        Map<String, String> settings = settings();
        settings.putAll(more);
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return children.start(new ProcessSpec(ProcessNames.POSTGRES, command, Map.of(), data.path()));
    }

    private void initialise(Children children, Progress progress) {
        Path passwordFile = data.path().resolve("initdb-password");
        PropertyFile.write(passwordFile, secrets.password(SUPERUSER));
        try {
            DataFolder.deleteTreeIfPresent(data.postgres());
            List<String> command = new ArrayList<>(unprivileged);
            command.addAll(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + data.postgres(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // With locale C the trigrams of Chinese text would be empty.
                    "--locale=C.UTF-8"));
            children.start(new ProcessSpec("postgres-init", command, Map.of(), data.path()))
                    .awaitSuccess(INIT_PATIENCE, progress);
        } finally {
            DataFolder.deleteTreeIfPresent(passwordFile);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "96MB");
        settings.put("max_wal_size", "512MB");
        // Always on, since only a restart can turn it on; whether anything is kept is up to the script.
        settings.put("archive_mode", "on");
        settings.put("archive_command", archive.command());
        settings.put("fsync", "on");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
        return settings;
    }

    void awaitReady(Child child, Progress progress) {
        child.awaitReady(this::answers, START_PATIENCE, progress);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(LOGIN_TIMEOUT);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new StackFailure(
                        "PostgreSQL refuses the password in " + data.secrets()
                                + ": the file does not belong to the data; start anew with --fresh.",
                        e);
            }
            return false;
        }
    }

    /** A database of its own, owned by a role of the same name, open to nobody else. */
    void ensureDatabase(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role " + name + " password '" + secrets.password(name) + "'");
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + name);
            }
            statement.execute("revoke all on database " + name + " from public");
        } catch (SQLException e) {
            throw new StackFailure(
                    "The database " + name + " could not be made: " + e.getMessage() + "; the server's log is "
                            + data.log(ProcessNames.POSTGRES) + ".",
                    e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?loginTimeout=" + LOGIN_TIMEOUT, SUPERUSER, secrets.password(SUPERUSER));
    }

    String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Part part(Children children) {
        return new ProcessPart(
                ProcessNames.POSTGRES,
                children,
                () -> awaitReady(start(children, Progress.silent()), Progress.silent()));
    }
}
