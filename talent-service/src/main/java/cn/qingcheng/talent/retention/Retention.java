package cn.qingcheng.talent.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The city counts this person as one who stays; once per person. */
@Entity
@Immutable
@Table(name = "retention")
@SuppressWarnings("UnusedVariable") // kept to show why, for who reads the table
class Retention {

    @Id
    private UUID talentId;

    private String ruleCode;
    private String regionCode;
    private String institution;
    private YearMonth month;
    private Instant confirmedAt;

    protected Retention() {}

    Retention(RetentionConfirmed confirmed, RetentionRule rule, Instant at) {
        this.talentId = confirmed.talentId();
        this.ruleCode = rule.code();
        this.regionCode = confirmed.regionCode();
        this.institution = confirmed.institution();
        this.month = confirmed.month();
        this.confirmedAt = at;
    }
}
