package cn.qingcheng.subsidy.publicity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's place in a list, open until its publicity has ended one way or the other. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class PublicityEntry {
    @Id
    private UUID applicationId;

    private UUID listId;
    private String applicationNumber;
    private @Nullable Instant closedAt;

    protected PublicityEntry() {}

    PublicityEntry(UUID applicationId, UUID listId, String applicationNumber) {
        this.applicationId = applicationId;
        this.listId = listId;
        this.applicationNumber = applicationNumber;
    }

    void close(Instant at) {
        closedAt = at;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID listId() {
        return listId;
    }
}
