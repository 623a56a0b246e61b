package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as PostgreSQL calls it, in a folder whose name a careless script would trip over. */
class WalArchiveTest {
    private static final String NAME = "000000010000000000000001";

    @TempDir
    Path folder;

    private DataFolder data;
    private WalArchive archive;
    private BackupFolder backup;
    private Path piece;

    @BeforeEach
    void aCity() throws IOException {
        data = new DataFolder(folder.resolve("a city's 100% own"));
        data.create();
        Files.createDirectories(data.postgres().resolve("pg_wal"));
        piece = data.postgres().resolve("pg_wal").resolve(NAME);
        Files.writeString(piece, "what happened");
        Files.writeString(data.clock(), "speed=1\n");
        Path evidence = data.files(ServiceModule.SUBSIDY).resolve("evidence");
        Files.createDirectories(evidence);
        Files.writeString(evidence.resolve("scan"), "a lease");
        Files.writeString(evidence.resolve("incoming-1"), "half");
        archive = new WalArchive(data);
        archive.install();
        backup = new BackupFolder(folder.resolve("the backup's folder"));
        backup.create();
    }

    @Test
    void nothingIsKeptBeforeTheFirstBackup() throws Exception {
        assertThat(called(archive.command())).isZero();

        assertThat(backup.pieces()).isEmpty();
        assertThat(archive.target()).isEmpty();
    }

    @Test
    void aPieceAndTheFilesOfThatTimeAreKeptForTheOwnerAlone() throws Exception {
        archive.continueIn(backup);

        assertThat(called(archive.command())).isZero();

        assertThat(archive.target()).isEqualTo(Optional.of(backup));
        Path evidence = backup.city().resolve("files/subsidy-service/evidence");
        assertThat(evidence.resolve("scan")).hasContent("a lease");
        assertThat(evidence.resolve("incoming-1")).doesNotExist();
        assertThat(backup.city().resolve("clock.properties")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.piece(NAME))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(evidence.resolve("scan"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPieceComesBackAsItWas() throws Exception {
        archive.continueIn(backup);
        called(archive.command());
        Files.delete(piece);

        assertThat(called(WalArchive.restoreCommand(backup))).isZero();

        assertThat(piece).hasContent("what happened");
    }

    @Test
    void aPieceThatWasNotKeptIsNotMadeUp() throws Exception {
        Files.delete(piece);

        assertThat(called(WalArchive.restoreCommand(backup))).isEqualTo(1);
    }

    @Test
    void theSamePieceAgainIsWellAndAnotherOfItsNameIsNot() throws Exception {
        archive.continueIn(backup);
        called(archive.command());

        assertThat(called(archive.command())).isZero();
        Files.writeString(piece, "something else");
        assertThat(called(archive.command())).isEqualTo(1);
        Files.delete(piece);
        called(WalArchive.restoreCommand(backup));
        assertThat(piece).hasContent("what happened");
    }

    @Test
    void aBackupThatIsGoneIsNoReasonToThrowTheLogAway() throws Exception {
        archive.continueIn(backup);
        DataFolder.deleteTreeIfPresent(backup.path());

        assertThat(called(archive.command())).isEqualTo(1);
    }

    @Test
    void whatCameIntoAFailedBackupGoesToTheOneBefore() throws Exception {
        archive.continueIn(backup);
        BackupFolder failed = new BackupFolder(folder.resolve("failed"));
        failed.create();
        archive.continueIn(failed);
        called(archive.command());

        archive.returnTo(Optional.of(backup), failed);

        assertThat(archive.target()).isEqualTo(Optional.of(backup));
        assertThat(backup.piece(NAME)).exists();
    }

    /** As PostgreSQL does: in its data folder, by a shell, with its own replacements. */
    private int called(String command) throws IOException, InterruptedException {
        String replaced =
                command.replace("%p", "pg_wal/" + NAME).replace("%f", NAME).replace("%%", "%");
        Process shell = new ProcessBuilder("sh", "-c", replaced)
                .directory(data.postgres().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return shell.exitValue();
    }
}
