package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a stopped city back to a moment. Everything is prepared beside what is there and takes its place in the end, so
 * that a restore that fails changes nothing. Kafka is not brought back but begins empty: the restored outboxes fill it
 * again, and events of what is no more are gone with it (docs/adr/0010).
 */
public final class Restore {
    private final Layout layout;
    private final DataFolder data;
    private final BackupFolder backup;
    private final Progress progress;

    private Restore(Layout layout, DataFolder data, BackupFolder backup, Progress progress) {
        this.layout = layout;
        this.data = data;
        this.backup = backup;
        this.progress = progress;
    }

    /**
     * What a restore has done.
     *
     * @param lastTransaction when the last transaction of the restored databases was committed, as PostgreSQL writes it
     * @param eventsAgain events of the outboxes that will be sent again
     * @param replaced where what was there before lies now, if anything was
     */
    public record Result(Optional<String> lastTransaction, int eventsAgain, Optional<Path> replaced) {}

    /**
     * Restores.
     *
     * @param moment in real time; null is the last there is
     * @throws StackFailure with the reason in one sentence; the data folder is as it was
     */
    public static Result run(Layout layout, DataFolder data, Path from, @Nullable Instant moment, Progress progress) {
        return new Restore(layout, data, new BackupFolder(from), progress).run(moment);
    }

    private Result run(@Nullable Instant moment) {
        BackupManifest manifest = BackupManifest.read(backup);
        require(manifest, moment);
        data.create();
        DiskCheck.require(data.path(), DiskCheck.NEEDED_BYTES + manifest.bytes());
        progress.step("compare the backup with its manifest");
        manifest.verify(backup, progress);
        DataFolder scratch = data.restoring();
        DataFolder.deleteTreeIfPresent(scratch.path());
        try {
            return restore(scratch, moment);
        } finally {
            DataFolder.deleteTreeIfPresent(scratch.path());
            progress.done();
        }
    }

    private void require(BackupManifest manifest, @Nullable Instant moment) {
        if (Stack.isRunning(data)) {
            throw new StackFailure("The city on " + data.path() + " runs: stop it with ./deploy/down first.");
        }
        if (moment != null && moment.isBefore(manifest.earliest())) {
            throw new StackFailure("This backup was finished at " + manifest.finished()
                    + ", and nothing before that can be restored from it: take an earlier backup.");
        }
        String kept = PropertyFile.read(data.secrets()).get(SUPERUSER_PASSWORD);
        String known =
                PropertyFile.read(backup.city().resolve("secrets.properties")).get(SUPERUSER_PASSWORD);
        if (kept != null && !kept.equals(known)) {
            throw new StackFailure(data.path() + " holds another city than the backup: choose another --data.");
        }
    }

    private static final String SUPERUSER_PASSWORD = "password." + Postgres.SUPERUSER;

    private Result restore(DataFolder scratch, @Nullable Instant moment) {
        scratch.create();
        progress.step("copy the database server's files");
        OwnerFiles.copyTree(backup.base(), scratch.postgres(), progress);
        OwnerFiles.copyTree(backup.city(), scratch.path(), progress);
        Recovery recovery = new Recovery(scratch, PostgresBinaries.unpacked(layout, progress), progress);
        List<Path> unarchived = unarchived();
        recovery.add(unarchived);
        int[] again = new int[1];
        Optional<String> last = recovery.run(backup, moment, postgres -> {
            progress.step("have the events sent again");
            RestoredDatabases databases = new RestoredDatabases(postgres);
            again[0] = databases.putInOrder();
            CityClock clock = new CityClock(scratch.clock(), Clock.systemUTC());
            databases.lastMoment().ifPresent(clock::standAt);
        });
        progress.step("put it in place");
        // Now, since from here on the old server never goes on writing them: a later restore may want them too.
        unarchived.forEach(backup::keep);
        return new Result(last, again[0], putInPlace(scratch));
    }

    /** What the server had not archived when it was stopped or killed: the last minute, mostly. */
    private List<Path> unarchived() {
        // Only of the history that this very backup follows: a city restored since has one of its own.
        if (!new WalArchive(data).target().equals(Optional.of(backup))) {
            return List.of();
        }
        return WalPiece.begunIn(data.postgres().resolve("pg_wal")).stream()
                .filter(piece -> !Files.exists(backup.piece(piece.getFileName().toString())))
                .toList();
    }

    private Optional<Path> putInPlace(DataFolder scratch) {
        Path replaced =
                data.replaced().resolve(Clock.systemUTC().instant().toString().replace(":", ""));
        try {
            boolean any = false;
            for (Path old : List.of(data.postgres(), data.kafka())) {
                if (Files.exists(old)) {
                    Files.createDirectories(replaced);
                    Files.move(old, replaced.resolve(old.getFileName()));
                    any = true;
                }
            }
            // What the restored city archives is another history: it needs a backup of its own.
            new WalArchive(data).end();
            Files.deleteIfExists(data.clock());
            Files.move(scratch.postgres(), data.postgres());
            for (String part : List.of("files", "sample-city")) {
                if (Files.isDirectory(scratch.path().resolve(part))) {
                    OwnerFiles.copyTree(
                            scratch.path().resolve(part), data.path().resolve(part), progress);
                }
            }
            for (Path file : List.of(scratch.secrets(), scratch.clock(), scratch.cityLoaded())) {
                Path target = data.path().resolve(file.getFileName());
                if (Files.exists(file) && !Files.exists(target)) {
                    OwnerFiles.copy(file, target);
                }
            }
            return any ? Optional.of(replaced) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
