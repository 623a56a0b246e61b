package cn.qingcheng.platform.catalogue;

import cn.qingcheng.platform.naming.BilingualName;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** An innovation platform, known for ever by its code. */
@Entity
@SqlResultSetMapping(
        name = "platform-hit",
        entities = @EntityResult(entityClass = Platform.class),
        columns = @ColumnResult(name = "score", type = Integer.class))
class Platform {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String nameZh;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private PlatformKind kind;

    @Enumerated(EnumType.STRING)
    private PlatformLevel level;

    @Enumerated(EnumType.STRING)
    private PlatformLayout layout;

    private String zone;

    @Enumerated(EnumType.STRING)
    private PlatformFunction function;

    private String operatorCode;

    @Column(columnDefinition = "text[]")
    private String[] industries;

    private String regionCode;
    private @Nullable BigDecimal longitude;
    private @Nullable BigDecimal latitude;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Platform() {}

    /** Enters a platform into the catalogue. */
    Platform(String code, PlatformDetails details, Instant at) {
        this.code = code;
        this.createdAt = at;
        write(details, at);
    }

    /** Changes what is known of it; tells whether anything is new. */
    boolean describe(PlatformDetails details, Instant at) {
        if (sameScale(details).equals(details())) {
            return false;
        }
        write(details, at);
        return true;
    }

    PlatformDetails details() {
        return sameScale(new PlatformDetails(
                new BilingualName(nameZh, nameEn),
                kind,
                level,
                layout,
                zone,
                function,
                operatorCode,
                List.of(industries),
                regionCode,
                longitude,
                latitude));
    }

    private void write(PlatformDetails details, Instant at) {
        nameZh = details.name().zh();
        nameEn = details.name().en();
        kind = details.kind();
        level = details.level();
        layout = details.layout();
        zone = details.zone();
        function = details.function();
        operatorCode = details.operator();
        industries = details.industries().toArray(String[]::new);
        regionCode = details.regionCode();
        longitude = details.longitude();
        latitude = details.latitude();
        updatedAt = at;
    }

    /** 111.5 and 111.500000 are one place, but not one decimal. */
    private static PlatformDetails sameScale(PlatformDetails d) {
        return new PlatformDetails(
                d.name(),
                d.kind(),
                d.level(),
                d.layout(),
                d.zone(),
                d.function(),
                d.operator(),
                d.industries(),
                d.regionCode(),
                stripped(d.longitude()),
                stripped(d.latitude()));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal degrees) {
        return degrees == null
                ? null
                : new BigDecimal(degrees.stripTrailingZeros().toPlainString());
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
