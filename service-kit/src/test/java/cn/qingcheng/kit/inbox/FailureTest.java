package cn.qingcheng.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.event.MalformedEvent;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "28P01", "3D000", "40001", "53100", "53300", "57P01", "57P03", "58030", "25006", "55P03"
            })
    void databaseThatIsNotItselfIsWaitedFor(String state) {
        assertThat(Failure.of(new PersistenceException(new SQLException("away", state))))
                .isEqualTo(Failure.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42703"})
    void rowThatDoesNotFitIsTriedAFewTimes(String state) {
        assertThat(Failure.of(new PersistenceException(new SQLException("no", state))))
                .isEqualTo(Failure.UNKNOWN);
    }

    /** For instance while a restore has not made the table yet. */
    @Test
    void whatFailsBeforeTheEffectSaysNothingAboutTheEvent() {
        assertThat(Failure.of(new InboxException("no inbox", new SQLException("no table", "42P01"))))
                .isEqualTo(Failure.TRANSIENT);
    }

    @Test
    void malformedEventIsPoison() {
        assertThat(Failure.of(new IllegalStateException(new MalformedEvent("no event"))))
                .isEqualTo(Failure.POISON);
    }
}
