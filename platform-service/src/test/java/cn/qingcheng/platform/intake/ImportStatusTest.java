package cn.qingcheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportStatusTest {

    @ParameterizedTest
    @CsvSource({
        "RUNNING,RUNNING,false",
        "RUNNING,FINISHED,true",
        "RUNNING,INTERRUPTED,true",
        "FINISHED,RUNNING,false",
        "FINISHED,FINISHED,false",
        "FINISHED,INTERRUPTED,false",
        "INTERRUPTED,RUNNING,false",
        "INTERRUPTED,FINISHED,false",
        "INTERRUPTED,INTERRUPTED,false",
    })
    void anImportEndsOnce(ImportStatus from, ImportStatus to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @Test
    void anEndedImportRefusesToEndAgain() {
        ImportRun run = new ImportRun(ImportKind.PLATFORMS, "officer", Instant.EPOCH);
        run.end(ImportStatus.FINISHED, Instant.EPOCH);

        assertThatThrownBy(() -> run.end(ImportStatus.INTERRUPTED, Instant.EPOCH))
                .isInstanceOf(ProblemException.class)
                .hasMessage("ILLEGAL_TRANSITION");
    }
}
