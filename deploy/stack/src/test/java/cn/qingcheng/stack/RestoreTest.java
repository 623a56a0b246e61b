package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The database server alone, killed while its last rows are in no backup yet; one backup, several restores. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RestoreTest {
    private static final String TABLES = """
            create table note (text text);
            create sequence number_seq;
            create table outbox (position bigint generated always as identity, occurred_at timestamptz, sent_at timestamptz);
            create table audit_record (occurred_at timestamptz);
            insert into outbox (occurred_at, sent_at) values ('2026-10-01T01:00:00Z', now());
            select nextval('number_seq');
            """;

    private final Layout layout = Layout.find();

    private DataFolder data;
    private DataFolder elsewhere;
    private Path backup;
    private Instant moment;

    @BeforeAll
    void aServerIsBackedUpWritesOnAndIsKilled(@TempDir Path folder) throws SQLException, IOException {
        data = new DataFolder(folder.resolve("city"));
        elsewhere = new DataFolder(folder.resolve("elsewhere"));
        backup = folder.resolve("backup");
        data.create();
        new CityClock(data.clock(), Clock.systemUTC()).start(1.0);
        new CityClock(data.clock(), Clock.systemUTC()).advance(Duration.ofDays(365));
        Ports ports = Ports.firstFree();
        new Addresses(ports, Scale.single()).write(data);
        Postgres server = server(data, ports);
        Children children = new Children(data);
        server.awaitReady(server.start(children, Progress.silent()), Progress.silent());
        for (ServiceModule service : ServiceModule.values()) {
            server.ensureDatabase(service.shortName());
            execute(server, service, TABLES);
        }
        execute(server, ServiceModule.TALENT, "insert into note values ('before the backup')");

        Backup.take(layout, data, backup, Progress.silent());

        Files.createDirectories(data.files(ServiceModule.SUBSIDY));
        Files.writeString(data.files(ServiceModule.SUBSIDY).resolve("scan"), "a lease");
        execute(server, ServiceModule.TALENT, "insert into note values ('archived')");
        archive(server);
        execute(server, ServiceModule.TALENT, "insert into note values ('before the moment')");
        moment = Clock.systemUTC().instant();
        execute(server, ServiceModule.HOUSING, "insert into note values ('after the moment')");
        server.part(children).kill();
    }

    @AfterAll
    void stop() {
        new Children(data).stopAll(Progress.silent());
        new Children(elsewhere).stopAll(Progress.silent());
    }

    @Test
    @Order(1)
    void aDamagedBackupIsRefused() throws IOException {
        Path table = backup.resolve("base/PG_VERSION");
        String before = Files.readString(table);
        Files.writeString(table, "17\n");

        assertThatThrownBy(() -> restore(data, null)).hasMessageContaining("PG_VERSION is not what was written");

        Files.writeString(table, before);
    }

    @Test
    @Order(2)
    void aMomentAfterTheEndOfTheLogIsRefusedAndNothingIsTouched() {
        assertThatThrownBy(() -> restore(elsewhere, moment))
                .as("without the killed server's folder, the log ends with the last piece that was archived")
                .hasMessageContaining("The log that was kept ends before " + moment)
                .hasMessageContaining("--latest");
        assertThat(elsewhere.postgres()).doesNotExist();
        assertThat(elsewhere.restoring().path()).doesNotExist();
    }

    @Test
    @Order(3)
    void withoutTheFolderTheLastPieceIsLost() throws SQLException {
        restore(elsewhere, null);

        assertThat(notes(elsewhere, ServiceModule.TALENT)).containsExactly("before the backup", "archived");
        elsewhere.delete();
    }

    @Test
    @Order(4)
    void withTheFolderNothingIsLost() throws SQLException {
        Restore.Result result = restore(data, null);

        assertThat(notes(data, ServiceModule.TALENT))
                .containsExactly("before the backup", "archived", "before the moment");
        assertThat(notes(data, ServiceModule.HOUSING)).containsExactly("after the moment");
        assertThat(result.replaced())
                .hasValueSatisfying(
                        replaced -> assertThat(replaced.resolve("postgres")).exists());
        assertThat(new WalArchive(data).target())
                .as("its log is another history")
                .isEmpty();
    }

    @Test
    @Order(5)
    void theSameBackupGoesBackToAMomentAfterwards() throws SQLException {
        Restore.Result result = restore(elsewhere, moment);

        assertThat(notes(elsewhere, ServiceModule.TALENT))
                .containsExactly("before the backup", "archived", "before the moment");
        assertThat(notes(elsewhere, ServiceModule.HOUSING)).isEmpty();
        assertThat(result.eventsAgain()).isEqualTo(ServiceModule.values().length);
        assertThat(result.replaced()).isEmpty();
    }

    @Test
    @Order(6)
    void whatIsRestoredFitsAnEmptyKafkaAndAWorldThatKnowsMore() throws SQLException {
        assertThat(texts(elsewhere, ServiceModule.SUBSIDY, "select sent_at::text from outbox"))
                .containsOnlyNulls();
        assertThat(texts(elsewhere, ServiceModule.SUBSIDY, "select nextval('number_seq')::text"))
                .allSatisfy(number -> assertThat(Long.parseLong(number)).isGreaterThan(100_000));
        assertThat(new CityClock(elsewhere.clock(), Clock.systemUTC()).now()).isEqualTo("2026-10-01T01:00:00Z");
        assertThat(elsewhere.files(ServiceModule.SUBSIDY).resolve("scan")).hasContent("a lease");
        assertThat(elsewhere.secrets()).hasSameTextualContentAs(data.secrets());
    }

    private Restore.Result restore(DataFolder into, Instant to) {
        return Restore.run(layout, into, backup, to, Progress.silent());
    }

    private Postgres server(DataFolder of, Ports ports) {
        return new Postgres(
                of, PostgresBinaries.unpacked(layout, Progress.silent()), ports.postgres(), new Secrets(of));
    }

    /** Ends the present piece of the log and waits until it is in the backup. */
    private static void archive(Postgres server) throws SQLException {
        try (Connection connection = server.connect(ServiceModule.TALENT.shortName());
                Statement statement = connection.createStatement()) {
            String piece;
            try (ResultSet row = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
                row.next();
                piece = row.getString(1);
            }
            await().until(() -> isArchived(statement, piece));
        }
    }

    private static boolean isArchived(Statement statement, String piece) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select coalesce(last_archived_wal, '') >= '" + piece + "' from pg_stat_archiver")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Postgres server, ServiceModule service, String sql) throws SQLException {
        try (Connection connection = server.connect(service.shortName());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> notes(DataFolder of, ServiceModule service) throws SQLException {
        return texts(of, service, "select text from note");
    }

    /** Starts the server on the folder, asks, and stops it. */
    private List<String> texts(DataFolder of, ServiceModule service, String query) throws SQLException {
        Postgres server = server(of, Ports.firstFree());
        Children children = new Children(of);
        server.awaitReady(server.start(children, Map.of()), Progress.silent());
        List<String> texts = new ArrayList<>();
        try (Connection connection = server.connect(service.shortName());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } finally {
            children.stopAll(Progress.silent());
        }
        return texts;
    }
}
