package cn.qingcheng.platform.cooperation;

import cn.qingcheng.platform.naming.BilingualName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A university or institute that the city works with. */
@Entity
class Institution {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String nameZh;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private InstitutionKind kind;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Institution() {}

    Institution(InstitutionRow row, Instant at) {
        this.code = row.code();
        this.createdAt = at;
        write(row, at);
    }

    /** Changes what is known of it; tells whether anything is new. */
    boolean describe(InstitutionRow row, Instant at) {
        if (row.equals(new InstitutionRow(code, name(), kind))) {
            return false;
        }
        write(row, at);
        return true;
    }

    private void write(InstitutionRow row, Instant at) {
        nameZh = row.name().zh();
        nameEn = row.name().en();
        kind = row.kind();
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    BilingualName name() {
        return new BilingualName(nameZh, nameEn);
    }

    InstitutionKind kind() {
        return kind;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
