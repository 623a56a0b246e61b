package cn.qingcheng.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {
    @TempDir
    Path folder;

    @Test
    void fullItTakesNothingAndFreedItDoesAgain() {
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 2)) {
            assumeTrue(disk.isMounted(), "only root mounts disks");
            Path file = folder.resolve("disk/row");

            disk.fill();
            assertThatThrownBy(() -> Files.writeString(file, "a row"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");

            disk.free();
            assertThatCode(() -> Files.writeString(file, "a row")).doesNotThrowAnyException();
        }
        assertThat(folder.resolve("disk")).isEmptyDirectory();
    }

    @Test
    void takesTheOneThatIsMountedAndHidesNothing() throws IOException {
        Path file = folder.resolve("disk/row");
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 2)) {
            assumeTrue(disk.isMounted(), "only root mounts disks");
            Files.writeString(file, "on the small disk");

            assertThat(SmallDisk.of(folder.resolve("disk"), 2).isMounted()).isTrue();
            assertThat(file).hasContent("on the small disk");
        }
        Files.writeString(file, "beside the small disk");
        assertThat(SmallDisk.of(folder.resolve("disk"), 2).isMounted()).isFalse();
        assertThat(file).hasContent("beside the small disk");
    }
}
