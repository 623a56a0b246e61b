package cn.qingcheng.platform.target;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Many persons counted at once, in different months of a year that no other test counts in: what is told of the target only
 * grows, and ends in the sum.
 */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TargetMovesInOrderTest {
    private static final String CODE = "retained-in-2093";
    private static final int PERSONS = 48;

    @Inject
    TargetService service;

    @Inject
    DataSource dataSource;

    @Test
    void whatIsToldLastIsTheSum() throws Exception {
        setTarget();
        List<Callable<Void>> counts = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            YearMonth month = YearMonth.of(2093, 1 + person % 12);
            counts.add(() -> {
                service.count(
                        new Measurement(
                                Indicator.GRADUATES_RETAINED, UUID.randomUUID().toString(), month, 1),
                        Instant.parse("2093-12-31T00:00:00Z"));
                return null;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (Future<Void> counted : threads.invokeAll(counts)) {
                counted.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(told())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, PERSONS).boxed().toList());
    }

    private void setTarget() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into target (id, code, name_zh, name_en, indicator, unit, source, period,"
                            + " target_value, created_by, version, created_at, updated_at) values (gen_random_uuid(), '"
                            + CODE
                            + "', '留', 'Retained', 'GRADUATES_RETAINED', 'PERSON', 'EVENTS', '2093', 100, 'officer', 0, now(), now())");
        }
    }

    /** In the order in which the events leave. */
    private List<Long> told() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (data ->> 'actual')::bigint from outbox where key = '"
                        + CODE + "' order by position")) {
            List<Long> told = new ArrayList<>();
            while (row.next()) {
                told.add(row.getLong(1));
            }
            return told;
        }
    }
}
