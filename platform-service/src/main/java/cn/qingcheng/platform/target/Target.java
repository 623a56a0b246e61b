package cn.qingcheng.platform.target;

import cn.qingcheng.platform.naming.BilingualName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** What the city wants an indicator to reach in a period. */
@Entity
class Target {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String nameZh;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Indicator indicator;

    @Enumerated(EnumType.STRING)
    private TargetUnit unit;

    @Enumerated(EnumType.STRING)
    private TargetSource source;

    private String period;
    private long targetValue;
    private String createdBy;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Target() {}

    Target(SetTargetRequest request, String createdBy, Instant at) {
        this.code = request.code();
        this.nameZh = request.name().zh();
        this.nameEn = request.name().en();
        this.indicator = request.indicator();
        this.unit = request.unit();
        this.source = request.source();
        this.period = request.period();
        this.targetValue = request.targetValue();
        this.createdBy = createdBy;
        this.createdAt = at;
        this.updatedAt = at;
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

    Indicator indicator() {
        return indicator;
    }

    TargetUnit unit() {
        return unit;
    }

    TargetSource source() {
        return source;
    }

    String period() {
        return period;
    }

    long targetValue() {
        return targetValue;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
