package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupManifestTest {
    private static final String PIECE = "000000010000000000000001";

    @TempDir
    Path folder;

    private BackupFolder backup;
    private Path table;

    @BeforeEach
    void aBackup() throws IOException {
        backup = new BackupFolder(folder.resolve("backup"));
        backup.create();
        table = backup.base().resolve("16384");
        Files.writeString(table, "rows");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(backup.piece(PIECE)))) {
            out.write(new byte[16 << 20]);
        }
        TreeMap<String, BackupManifest.Content> files = new TreeMap<>();
        files.put("16384", OwnerFiles.content(table));
        new BackupManifest("2026-11-23T08:00:00Z", "2026-11-23T08:00:02Z", "18.6", "7", PIECE, PIECE, files)
                .write(backup);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        BackupManifest manifest = BackupManifest.read(backup);

        manifest.verify(backup, Progress.silent());

        assertThat(manifest.bytes()).isEqualTo(4);
        assertThat(manifest.earliest()).isEqualTo("2026-11-23T08:00:02Z");
    }

    @Test
    void aChangedFileIsFound() throws IOException {
        Files.writeString(table, "row$");

        assertThatThrownBy(this::verify).hasMessageContaining("16384 is not what was written");
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        Files.delete(table);

        assertThatThrownBy(this::verify).hasMessageContaining("16384 is missing");
    }

    @Test
    void aMissingPieceOfTheLogIsFound() throws IOException {
        Files.delete(backup.piece(PIECE));

        assertThatThrownBy(this::verify).hasMessageContaining(PIECE + ".gz is missing");
    }

    @Test
    void anUnfinishedBackupIsNone() throws IOException {
        Files.delete(backup.manifest());

        assertThatThrownBy(this::verify).hasMessageContaining("no finished backup");
    }

    @Test
    void aRestoreBeforeTheBackupWasFinishedIsRefusedBeforeAnythingIsTouched() {
        DataFolder data = new DataFolder(folder.resolve("city"));

        assertThatThrownBy(() -> Restore.run(
                        new Layout(folder),
                        data,
                        backup.path(),
                        java.time.Instant.parse("2026-11-23T08:00:01Z"),
                        Progress.silent()))
                .hasMessageContaining("nothing before that can be restored");
        assertThat(data.path()).doesNotExist();
    }

    @Test
    void aFolderOfAnotherCityIsNotRestoredInto() {
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();
        PropertyFile.write(data.secrets(), "password.postgres=another\n");
        PropertyFile.write(backup.city().resolve("secrets.properties"), "password.postgres=ours\n");

        assertThatThrownBy(() -> Restore.run(new Layout(folder), data, backup.path(), null, Progress.silent()))
                .hasMessageContaining("another city");
    }

    private void verify() {
        BackupManifest.read(backup).verify(backup, Progress.silent());
    }
}
