package cn.qingcheng.subsidy.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A scheme of the city's talent policies; what it pays and to whom is said by its versions. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Scheme {
    @Id
    private UUID id;

    private String code;
    private String policy;
    private String nameZh;
    private String nameEn;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Scheme() {}

    public Scheme(String code, String policy, LocalisedText name, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.code = code;
        this.policy = policy;
        this.nameZh = name.zh();
        this.nameEn = name.en();
        this.createdAt = at;
        this.updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String policy() {
        return policy;
    }

    public LocalisedText name() {
        return new LocalisedText(nameZh, nameEn);
    }
}
