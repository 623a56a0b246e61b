package cn.qingcheng.talent.employer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** An organisation that may declare whom it employs. */
@Entity
@Table(name = "employer")
class Employer {

    @Id
    private UUID id;

    private String unifiedSocialCreditCode;
    private String name;
    private String regionCode;
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for who reads the table
    private Instant updatedAt;

    @Version
    private long version;

    protected Employer() {}

    Employer(String unifiedSocialCreditCode, String name, String regionCode, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.unifiedSocialCreditCode = unifiedSocialCreditCode;
        this.name = name;
        this.regionCode = regionCode;
        this.createdAt = at;
        this.updatedAt = at;
    }

    UUID id() {
        return id;
    }

    String unifiedSocialCreditCode() {
        return unifiedSocialCreditCode;
    }

    String name() {
        return name;
    }

    String regionCode() {
        return regionCode;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}
