package cn.qingcheng.housing.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
public class Estate {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String code;
    private String name;
    private String regionCode;
    private String address;

    @Column
    private Instant createdAt;

    @Column
    private Instant updatedAt;

    @Version
    private long version;

    protected Estate() {}

    Estate(String code, String name, String regionCode, String address, Instant at) {
        this.code = code;
        this.name = name;
        this.regionCode = regionCode;
        this.address = address;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String regionCode() {
        return regionCode;
    }

    public String address() {
        return address;
    }

    public long version() {
        return version;
    }
}
