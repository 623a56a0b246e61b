package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.platform.naming.BilingualName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A project of an institution with an enterprise. */
@Entity
class CooperationProject {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String nameZh;
    private String nameEn;
    private String institutionCode;
    private String enterpriseCode;
    private String field;
    private long contractValueFen;
    private LocalDate startedOn;
    private LocalDate endsOn;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected CooperationProject() {}

    CooperationProject(CooperationProjectRow row, Instant at) {
        this.code = row.code();
        this.createdAt = at;
        write(row, at);
    }

    /** Changes what is known of it; tells whether anything is new. */
    boolean describe(CooperationProjectRow row, Instant at) {
        if (row.equals(row())) {
            return false;
        }
        write(row, at);
        return true;
    }

    CooperationProjectRow row() {
        return new CooperationProjectRow(
                code,
                new BilingualName(nameZh, nameEn),
                institutionCode,
                enterpriseCode,
                field,
                Money.ofFen(contractValueFen),
                startedOn,
                endsOn);
    }

    private void write(CooperationProjectRow row, Instant at) {
        nameZh = row.name().zh();
        nameEn = row.name().en();
        institutionCode = row.institutionCode();
        enterpriseCode = row.enterprise();
        field = row.field();
        contractValueFen = row.contractValue().fen();
        startedOn = row.startedOn();
        endsOn = row.endsOn();
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
