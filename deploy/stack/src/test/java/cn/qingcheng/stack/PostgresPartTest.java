package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server as a part that dies, stands still and comes back on the data it left. */
class PostgresPartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private DataFolder data;
    private Children children;
    private Postgres postgres;
    private Secrets secrets;
    private Part part;

    @BeforeEach
    void aServerWithOneRow() throws Exception {
        data = new DataFolder(folder.resolve("city"));
        data.create();
        children = new Children(data);
        secrets = new Secrets(data);
        postgres = new Postgres(
                data,
                PostgresBinaries.unpacked(Layout.find(), Progress.silent()),
                Ports.firstFree().postgres(),
                secrets);
        part = postgres.part(children);
        part.start();
        postgres.ensureDatabase("talent");
        execute("create table fact (what text)", "insert into fact values ('kept')");
    }

    @AfterEach
    void leaveNothing() {
        children.stopAll(Progress.silent());
        atWork().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedItLeavesNoProcessAndStartsAgainWithWhatWasCommitted() throws Exception {
        keepABackendBusy();
        List<ProcessHandle> before = atWork();
        assertThat(before).hasSizeGreaterThan(5);

        part.kill();

        assertThat(before).noneMatch(PostgresPartTest::isAlive);
        assertThat(part.isRunning()).isFalse();
        part.start();
        assertThat(part.isRunning()).isTrue();
        assertThat(facts()).containsExactly("kept");
    }

    @Test
    void whatADeadServerLeftAtWorkIsEndedBeforeTheNextOneStarts() throws Exception {
        long busy = keepABackendBusy();
        ProcessHandle server = children.running().get(0).handle();
        server.destroyForcibly();
        eventually(() -> !isAlive(server));
        ProcessHandle left = ProcessHandle.of(busy).orElseThrow();
        assertThat(isAlive(left)).as("the backend outlives its server").isTrue();

        part.start();

        assertThat(isAlive(left)).isFalse();
        assertThat(facts()).containsExactly("kept");
    }

    @Test
    void twoServersNeverWorkOnOneFolder() throws Exception {
        Files.delete(data.processes().resolve("postgres.pid"));
        assertThat(part.isRunning()).as("as far as the notes say").isFalse();

        assertThatThrownBy(() -> part.start())
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("A database server already works on " + data.postgres());
        assertThat(facts()).containsExactly("kept");
    }

    @Test
    void aNumberThatBelongsToSomeoneElseByNowKeepsNobodyFromStarting() throws Exception {
        part.kill();
        children.start(new ProcessSpec("gateway", List.of("sleep", "600"), Map.of(), folder));
        RunningProcess someoneElse = children.running().get(0);
        Path note = data.postgres().resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        lines.set(0, Long.toString(someoneElse.handle().pid()));
        Files.write(note, lines);

        part.start();

        assertThat(facts()).containsExactly("kept");
        assertThat(someoneElse.alive()).isTrue();
    }

    @Test
    void pausedItAnswersNobodyUntilItGoesOn() throws Exception {
        try (Connection open = connect(10)) {
            part.pause();

            assertThat(part.isRunning()).isTrue();
            assertThat(open.isValid(1)).isFalse();
            assertThatThrownBy(() -> connect(1)).isInstanceOf(SQLException.class);

            part.resume();
        }
        assertThat(facts()).containsExactly("kept");
    }

    @Test
    void pausedItCanStillBeStopped() throws Exception {
        part.pause();

        long begun = System.nanoTime();
        part.stop();

        assertThat(part.isRunning()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(data.postgres().resolve("postmaster.pid"))
                .as("a server that ends by itself clears up")
                .doesNotExist();
    }

    @Test
    void whatRunsIsNotStartedTwice() {
        assertThatThrownBy(() -> part.start()).hasMessage("postgres already runs.");
    }

    /** Counts for ever without a pause in which it could notice that its server is gone; returns its number. */
    private long keepABackendBusy() throws Exception {
        CompletableFuture<Long> number = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try (Connection connection = connect(10);
                    Statement statement = connection.createStatement();
                    ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
                pid.next();
                number.complete(pid.getLong(1));
                statement.execute("do $$ begin loop end loop; end $$");
            } catch (SQLException killed) {
                number.completeExceptionally(killed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return number.get();
    }

    /** The processes whose working directory is the server's folder. */
    private List<ProcessHandle> atWork() {
        return ProcessHandle.allProcesses()
                .filter(handle -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc", Long.toString(handle.pid()), "cwd"))
                                .equals(data.postgres());
                    } catch (IOException gone) {
                        return false;
                    }
                })
                .toList();
    }

    private static boolean isAlive(ProcessHandle handle) {
        return new RunningProcess("any", handle).alive();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect(10);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> facts() throws SQLException {
        try (Connection connection = connect(10);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select what from fact")) {
            List<String> facts = new ArrayList<>();
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
            return facts;
        }
    }

    private Connection connect(int timeoutSeconds) throws SQLException {
        return DriverManager.getConnection(
                postgres.url("talent") + "?loginTimeout=" + timeoutSeconds, "talent", secrets.password("talent"));
    }

    private static void eventually(Child.Probe probe) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.ready() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(probe.ready()).isTrue();
    }
}
