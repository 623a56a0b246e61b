package cn.qingcheng.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ProblemTranslatorTest {

    @Inject
    ProblemTranslator translator;

    @Inject
    DataSource dataSource;

    private String codeOf(Throwable failure) {
        return translator.translate(failure).code().name();
    }

    @Test
    void anEditThatWasOvertakenIsAConcurrentUpdateHoweverDeepItLies() {
        assertThat(List.of(
                        new OptimisticLockException(),
                        new StaleObjectStateException("Note", 1),
                        new IllegalStateException(new PersistenceException(new OptimisticLockException()))))
                .allSatisfy(failure -> assertThat(codeOf(failure)).isEqualTo("CONCURRENT_UPDATE"));
    }

    @ParameterizedTest
    @CsvSource({
        "40P01, CONCURRENT_UPDATE",
        "40001, CONCURRENT_UPDATE",
        "08006, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57014, UNAVAILABLE",
        "58030, UNAVAILABLE",
        "22021, INVALID_INPUT",
        "22P05, INVALID_INPUT",
        "42P01, INTERNAL_ERROR",
        "23505, INTERNAL_ERROR",
    })
    void aFailureOfTheDatabaseIsToldApartByItsState(String state, String code) {
        assertThat(codeOf(new PersistenceException(new SQLException("", state))))
                .isEqualTo(code);
    }

    @Test
    void aConnectionThatBreaksAtTheCommitMeansComeBack() {
        RollbackException atCommit = new RollbackException("Could not commit transaction.");
        XAException ofResource = new XAException("Error trying to transactionCommit local transaction");
        ofResource.initCause(new SQLException("An I/O error occurred while sending to the backend.", "08006"));
        atCommit.addSuppressed(ofResource);

        assertThat(codeOf(new ArcUndeclaredThrowableException("Error invoking subclass method", atCommit)))
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void aBodyWhoseSenderHasGoneIsNoFaultOfOurs() {
        Exception gone = new UncheckedIOException(new IOException(new HttpClosedException("Connection was closed")));

        assertThat(codeOf(gone)).isEqualTo("INVALID_INPUT");
    }

    @Test
    void failuresThatCauseEachOtherEndTheSearch() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.addSuppressed(other);

        assertThat(codeOf(one)).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void noConnectionInTimeMeansComeBack() {
        ProblemException problem = translator.translate(new SQLException("Acquisition timeout"));

        assertThat(problem.code()).isEqualTo(StandardProblem.UNAVAILABLE);
        assertThat(problem.retryAfter()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "unique (place), CONCURRENT_UPDATE",
        "exclude (place with =), CONCURRENT_UPDATE",
        "check (place <> 7), INTERNAL_ERROR",
    })
    void whatAnotherWasQuickerToTakeIsAConcurrentUpdate(String constraint, String code) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table seat (place integer, constraint nobody_names_it " + constraint + ")");

            assertThatThrownBy(() -> statement.executeUpdate("insert into seat values (7), (7)"))
                    .satisfies(failure -> assertThat(codeOf(new PersistenceException(failure)))
                            .isEqualTo(code));

            statement.execute("drop table seat");
        }
    }

    @Test
    void aBrokenConstraintDoesNotTellTheRowForLogsAreReadByMany() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table person (id_number text check (length(id_number) = 18))");

            assertThatThrownBy(() -> statement.execute("insert into person values ('15010519990307123')"))
                    .hasMessageContaining("person_id_number_check")
                    .hasMessageNotContaining("15010519990307123");

            statement.execute("drop table person");
        }
    }

    @Test
    void aCircleOfCausesEnds() {
        RuntimeException outer = new RuntimeException("outer");
        RuntimeException inner = new RuntimeException("inner", outer);
        outer.initCause(inner);

        assertThat(codeOf(outer)).isEqualTo("INTERNAL_ERROR");
    }
}
