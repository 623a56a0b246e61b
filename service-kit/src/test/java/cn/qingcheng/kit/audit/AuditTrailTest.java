package cn.qingcheng.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class AuditTrailTest {
    @Inject
    AuditTrail audit;

    @Inject
    DataSource dataSource;

    private final String id = UUID.randomUUID().toString();

    @Test
    void whoDecidedWhatIsRecorded() {
        given().auth()
                .oauth2(Tokens.of("approver", "subsidy-approver"))
                .post("/decisions/" + id)
                .then()
                .statusCode(204);

        List<AuditRecord> records = audit.of("sample", id);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.actor()).isEqualTo("approver");
            assertThat(record.action()).isEqualTo("SAMPLE_DECIDED");
            assertThat(record.reason()).isEqualTo("as the rule says");
            assertThat(record.occurredAt()).isEqualTo(TestClock.START);
        });
    }

    @Test
    void whatNobodyAskedForIsTheSystems() {
        QuarkusTransaction.requiringNew().run(() -> audit.record("SAMPLE_EXPIRED", "sample", id, null));

        assertThat(audit.of("sample", id)).singleElement().satisfies(record -> {
            assertThat(record.actor()).isEqualTo("system");
            assertThat(record.reason()).isNull();
        });
    }

    @Test
    void rolledBackDecisionLeavesNoRecord() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.record("SAMPLE_DECIDED", "sample", id, null);
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(audit.of("sample", id)).isEmpty();
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void withoutTransactionNothingIsRecorded() {
        assertThatThrownBy(() -> audit.record("SAMPLE_DECIDED", "sample", id, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyAtOnceMakeOneChain() {
        CompletableFuture.allOf(IntStream.range(0, 12)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    audit.record("SAMPLE_READ", "sample", id, "first of " + n);
                                    audit.record("SAMPLE_DECIDED", "sample", id, "second of " + n);
                                })))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertThat(audit.of("sample", id)).hasSize(24);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void tableRefusesChanges() {
        QuarkusTransaction.requiringNew().run(() -> audit.record("SAMPLE_DECIDED", "sample", id, null));

        for (String change : List.of(
                "UPDATE audit_record SET actor = 'nobody'", "DELETE FROM audit_record", "TRUNCATE audit_record")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("audit_record is append-only");
        }
    }

    @Test
    void changedRecordIsFound() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> audit.record("SAMPLE_DECIDED", "sample", id, "true"));
        long position = audit.of("sample", id).get(0).position();
        assertThat(audit.verify()).isEmpty();
        try {
            behindTheTrigger("UPDATE audit_record SET reason = 'false' WHERE position = " + position);

            assertThat(audit.verify()).hasValue(position);
        } finally {
            behindTheTrigger("UPDATE audit_record SET reason = 'true' WHERE position = " + position);
        }
        assertThat(audit.verify()).isEmpty();
    }

    private void behindTheTrigger(String change) throws SQLException {
        execute("ALTER TABLE audit_record DISABLE TRIGGER audit_record_append_only");
        execute(change);
        execute("ALTER TABLE audit_record ENABLE TRIGGER audit_record_append_only");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
