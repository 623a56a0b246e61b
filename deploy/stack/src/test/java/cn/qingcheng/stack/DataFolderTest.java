package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void isForItsOwnerAlone() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void freshDeletesACity() {
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();
        data.delete();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void freshNeverDeletesAFolderThatIsNoCity() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> new DataFolder(home).delete())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is no data folder of a city");
        assertThatThrownBy(() -> new DataFolder(home).create()).hasMessageContaining("choose another with --data");
        assertThat(home.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void secretsStayTheSame() {
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();
        String password = new Secrets(data).password("talent");
        String key = new Secrets(data).key("talent-service.index");

        assertThat(new Secrets(data).password("talent")).isEqualTo(password).hasSize(24);
        assertThat(new Secrets(data).key("talent-service.index")).isEqualTo(key).hasSize(44);
        assertThat(new Secrets(data).password("housing")).isNotEqualTo(password);
    }

    @Test
    void aFullDiskIsSeenBeforeAnythingIsStarted() {
        assertThatThrownBy(() -> DiskCheck.require(folder, Long.MAX_VALUE))
                .isInstanceOf(StackFailure.class)
                .hasMessageStartingWith("The disk that holds " + folder + " is full: ");
        assertThatCode(() -> DiskCheck.require(folder, 1)).doesNotThrowAnyException();
    }

    @Test
    void freshEmptiesADiskThatIsMountedInItAndLeavesItMounted() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("city"));
        data.create();
        Files.createDirectories(data.postgres());
        assumeTrue(
                run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=1m",
                        "tmpfs",
                        data.postgres().toString()),
                "may mount");
        try {
            Files.writeString(data.postgres().resolve("PG_VERSION"), "18\n");

            data.delete();

            assertThat(data.postgres()).isEmptyDirectory();
            assertThatCode(data::create).doesNotThrowAnyException();
        } finally {
            assertThat(run("umount", data.postgres().toString())).isTrue();
        }
        data.delete();
        assertThat(data.path()).doesNotExist();
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
