package cn.qingcheng.talent.claim;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** One guess at a record, right or wrong. */
@Entity
@Immutable
@Table(name = "claim_attempt")
@SuppressWarnings("UnusedVariable") // queries read what the class does not
class ClaimAttempt {

    @Id
    private UUID id;

    private String accountId;
    private byte[] idNumberIndex;
    private boolean matched;
    private Instant attemptedAt;

    protected ClaimAttempt() {}

    ClaimAttempt(String accountId, byte[] idNumberIndex, boolean matched, Instant attemptedAt) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = accountId;
        this.idNumberIndex = idNumberIndex;
        this.matched = matched;
        this.attemptedAt = attemptedAt;
    }

    Instant attemptedAt() {
        return attemptedAt;
    }
}
