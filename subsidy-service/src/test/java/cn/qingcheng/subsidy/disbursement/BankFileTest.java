package cn.qingcheng.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.subsidy.payee.PayeeRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankFileTest {
    @TempDir
    Path folder;

    private String write(Path file) {
        return BankFile.write(
                file, List.of(), payment -> new PayeeRequest("样例", "6222000000000000017", "102191000019"));
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("bank/QB-2026-0001.csv");

        write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatACrashLeftBehindIsWrittenAnewForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("QB-2026-0001.csv");
        Files.writeString(folder.resolve("QB-2026-0001.csv.incoming"), "half a fi");

        String digest = write(file);

        assertThat(write(file)).isEqualTo(digest);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.incoming");
    }
}
