package cn.qingcheng.talent.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How many months a person must be insured in the city to count as one who stays; one rule is in force at a time. */
@Entity
@Immutable
@Table(name = "retention_rule")
class RetentionRule {

    @Id
    private String code;

    private int monthsNeeded;
    private LocalDate inForceFrom;
    private @Nullable LocalDate inForceUntil;

    protected RetentionRule() {}

    RetentionRule(String code, int monthsNeeded, LocalDate inForceFrom, @Nullable LocalDate inForceUntil) {
        this.code = code;
        this.monthsNeeded = monthsNeeded;
        this.inForceFrom = inForceFrom;
        this.inForceUntil = inForceUntil;
    }

    boolean isMetBy(int monthsInsured) {
        return monthsInsured >= monthsNeeded;
    }

    boolean isInForce(LocalDate day) {
        LocalDate until = inForceUntil;
        return !day.isBefore(inForceFrom) && (until == null || day.isBefore(until));
    }

    String code() {
        return code;
    }
}
