package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import cn.qingcheng.checker.source.AuditLink;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that was changed, taken out or put in is seen. */
class AuditChainIsWholeTest {
    private final AuditChainIsWhole invariant = new AuditChainIsWhole();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
        byte[] previous = new byte[32];
        for (int position = 1; position <= 3; position++) {
            previous = add(position, previous);
        }
    }

    private byte[] add(int position, byte[] previous) {
        AuditLink link = new AuditLink(
                position,
                Instant.parse("2026-09-01T01:00:00.123456Z"),
                "approver",
                "APPROVED",
                "application",
                "17",
                position == 1 ? null : "符合条件",
                null);
        byte[] hash = link.hash(previous);
        city.change(
                "subsidy",
                "insert into audit_record (position, occurred_at, actor, action, object_type, object_id, reason,"
                        + " previous_hash, hash) values (" + position + ", '" + link.occurredAt()
                        + "', 'approver', 'APPROVED', 'application', '17', " + (position == 1 ? "null" : "'符合条件'")
                        + ", '\\x"
                        + HexFormat.of().formatHex(previous) + "', '\\x"
                        + HexFormat.of().formatHex(hash) + "')");
        return hash;
    }

    @Test
    void aWholeChainHolds() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted())
                .isEqualTo("0 records of talent, 3 records of subsidy, 0 records of housing, 0 records of platform");
    }

    @Test
    void aChangedRecordIsSeen() {
        city.force("subsidy", "update audit_record set actor = 'somebody else' where position = 2");

        assertThat(found(invariant, city)).containsExactly("subsidy 2 is not as it was written");
    }

    @Test
    void aReasonAddedLaterIsSeen() {
        city.force("subsidy", "update audit_record set reason = '' where position = 1");

        assertThat(found(invariant, city)).containsExactly("subsidy 1 is not as it was written");
    }

    @Test
    void aRecordTakenOutIsSeen() {
        city.force("subsidy", "delete from audit_record where position = 2");

        assertThat(found(invariant, city)).containsExactly("subsidy 3 follows 1");
    }

    @Test
    void aRecordWrittenAnewWithItsHashIsSeenAtTheNext() {
        city.force("subsidy", "update audit_record set hash = sha256('\\x02') where position = 2");

        assertThat(found(invariant, city))
                .containsExactly(
                        "subsidy 2 is not as it was written", "subsidy 3 does not follow the record before it");
    }
}
