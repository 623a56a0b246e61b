package cn.qingcheng.subsidy.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** One piece of evidence of an application; a new upload of the same kind takes its place. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Evidence {
    @Id
    private UUID id;

    private UUID applicationId;
    private String kind;
    private String mediaType;
    private long sizeBytes;
    private String sha256;
    private String fileName;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Evidence() {}

    public Evidence(UUID applicationId, String kind, StoredFile file, Instant at) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.applicationId = applicationId;
        this.kind = kind;
        this.createdAt = at;
        replace(file, at);
    }

    /** Takes a new upload in its place. */
    public final void replace(StoredFile file, Instant at) {
        mediaType = file.type().mediaType();
        sizeBytes = file.sizeBytes();
        sha256 = file.sha256();
        fileName = file.fileName();
        updatedAt = at;
    }

    public String kind() {
        return kind;
    }

    public String mediaType() {
        return mediaType;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public String sha256() {
        return sha256;
    }

    /** Its name in the store. */
    public String fileName() {
        return fileName;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
