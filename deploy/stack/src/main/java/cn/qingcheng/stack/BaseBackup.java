package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A base backup of the running server by PostgreSQL's low-level interface: say that it begins, copy the files while they
 * change, say that it is over; the log archived meanwhile makes one moment of it. All databases of the city lie in the
 * one cluster, so they are backed up, and later restored, to the same moment.
 */
final class BaseBackup {
    /** Without anything to do for a minute, the log's present piece is archived all the same. */
    private static final int ARCHIVE_WITHIN_SECONDS = 60;

    /** Written anew by a server that starts; the documentation says to leave them out. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    private static final String CONTROL = "global/pg_control";

    private final Path cluster;
    private final Postgres postgres;
    private final WalArchive archive;
    private final Progress progress;

    BaseBackup(DataFolder data, Postgres postgres, Progress progress) {
        this.cluster = data.postgres();
        this.postgres = postgres;
        this.archive = new WalArchive(data);
        this.progress = progress;
    }

    /** Takes it into a folder that is there and empty; from now on the log goes there too. */
    BackupManifest take(BackupFolder backup) {
        Optional<BackupFolder> before = archive.target();
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            archive.continueIn(backup);
            return take(backup, statement);
        } catch (SQLException | RuntimeException e) {
            archive.returnTo(before, backup);
            DataFolder.deleteTreeIfPresent(backup.path());
            throw e instanceof StackFailure known
                    ? known
                    : new StackFailure("The backup failed, and nothing of it is kept: " + e.getMessage() + ".", e);
        }
    }

    private BackupManifest take(BackupFolder backup, Statement statement) throws SQLException {
        requireArchiving(statement);
        statement.execute("alter system set archive_timeout = " + ARCHIVE_WITHIN_SECONDS);
        statement.execute("select pg_reload_conf()");
        progress.step("begin the base backup");
        String begun = text(statement, "select " + NOW);
        statement.execute("select pg_backup_start('deploy/backup', fast => true)");
        progress.step("copy the database server's files");
        SortedMap<String, BackupManifest.Content> files = copy(backup);
        progress.step("wait for the log to be archived");
        String first = writeLabel(backup, statement, files);
        BackupManifest manifest = new BackupManifest(
                begun,
                text(statement, "select " + NOW),
                text(statement, "show server_version"),
                text(statement, "select system_identifier from pg_control_system()"),
                first,
                WalPiece.last(backup, first),
                files);
        progress.step("read the backup again and compare");
        manifest.verify(backup, progress);
        manifest.write(backup);
        progress.done();
        return manifest;
    }

    private static final String NOW =
            "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    /** A server started by an earlier version of the launcher does not archive. */
    private static void requireArchiving(Statement statement) throws SQLException {
        if (!text(statement, "show archive_mode").equals("on")) {
            throw new StackFailure(
                    "This city was started before backups were known: ./deploy/down and ./deploy/up," + " then again.");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The label is what tells the server at its start that this is a backup; it goes into the copy, never the original. */
    private static String writeLabel(
            BackupFolder backup, Statement statement, SortedMap<String, BackupManifest.Content> files)
            throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => true)")) {
            row.next();
            String label = row.getString(1);
            if (!row.getString(2).isBlank()) {
                throw new StackFailure("The database server has tablespaces, which are not backed up.");
            }
            Path file = backup.base().resolve("backup_label");
            PropertyFile.write(file, label);
            files.put("backup_label", OwnerFiles.content(file));
            return WalPiece.first(label);
        }
    }

    private SortedMap<String, BackupManifest.Content> copy(BackupFolder backup) {
        SortedMap<String, BackupManifest.Content> files = new TreeMap<>();
        try {
            Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    String name = cluster.relativize(folder).toString();
                    OwnerFiles.createFolder(backup.base().resolve(name));
                    return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    progress.tick();
                    String name = cluster.relativize(file).toString();
                    if (isWanted(file) && !name.equals(CONTROL)) {
                        copyIfPresent(backup, name, files);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** A table that was dropped meanwhile is no loss: the log tells of it. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            // Last, as PostgreSQL's own tool does it: it is the newest word on where recovery may have to begin.
            copyIfPresent(backup, CONTROL, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp");
    }

    private void copyIfPresent(BackupFolder backup, String name, SortedMap<String, BackupManifest.Content> files)
            throws IOException {
        Path target = backup.base().resolve(name);
        try {
            files.put(name, OwnerFiles.copy(cluster.resolve(name), target));
        } catch (NoSuchFileException dropped) {
            Files.deleteIfExists(target);
        }
    }
}
