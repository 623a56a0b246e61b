package cn.qingcheng.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.source.AuditLink;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The checker hashes a record as the kit does, though it does so on its own. */
class SameHashTest {
    private static final Instant AT = Instant.parse("2026-09-01T01:00:00.120Z");
    private static final byte[] BEFORE = {1, 2, 3};

    @Test
    void aRecordWithEverythingHasTheSameHash() {
        assertThat(new AuditLink(7, AT, "审批员", "APPROVED", "application", "17", "符合条件", "c-1").hash(BEFORE))
                .isEqualTo(new Unchained(AT, "审批员", "APPROVED", "application", "17", "符合条件", "c-1").hash(7, BEFORE));
    }

    @Test
    void aRecordWithoutReasonAndCorrelationHasTheSameHash() {
        assertThat(new AuditLink(1, AT, "system", "READ", "talent", "1", null, null).hash(BEFORE))
                .isEqualTo(new Unchained(AT, "system", "READ", "talent", "1", null, null).hash(1, BEFORE));
    }
}
