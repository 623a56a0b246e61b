package cn.qingcheng.talent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncBatchTest {

    private static final Instant NOW = Instant.parse("2026-09-01T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RUNNING, RUNNING, false", "RUNNING, FINISHED, true", "RUNNING, INTERRUPTED, true",
        "FINISHED, RUNNING, false", "FINISHED, FINISHED, false", "FINISHED, INTERRUPTED, false",
        "INTERRUPTED, RUNNING, false", "INTERRUPTED, FINISHED, false", "INTERRUPTED, INTERRUPTED, false"
    })
    void everyStepIsAllowedOrNot(SyncBatchStatus from, SyncBatchStatus to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @Test
    void countsAddUpToTheTotal() {
        SyncBatch batch = new SyncBatch("90001", NOW);
        for (RowOutcome outcome : RowOutcome.values()) {
            batch.add(outcome);
        }

        assertThat(batch.total()).isEqualTo(RowOutcome.values().length);
        assertThat(RowOutcome.values())
                .allSatisfy(outcome -> assertThat(batch.count(outcome)).isEqualTo(1));
    }

    @Test
    void aFinishedUploadIsNotFinishedAgain() {
        SyncBatch batch = new SyncBatch("90001", NOW);
        batch.finish(NOW);

        assertThatThrownBy(() -> batch.interrupt(NOW)).isInstanceOf(ProblemException.class);
    }
}
