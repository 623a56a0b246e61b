package cn.qingcheng.talent.timeline;

import cn.qingcheng.kit.event.ReceivedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that happened to a person in one of the services. The id is the event's. */
@Entity
@Immutable
@Table(name = "timeline_entry")
class TimelineEntry {

    @Id
    private UUID id;

    private UUID talentId;
    private Instant occurredAt;
    private String service;
    private String type;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> data;

    protected TimelineEntry() {}

    /** Keeps the plain values of the event, which its words may need; events name nobody. */
    TimelineEntry(ReceivedEvent event, UUID talentId, String service) {
        this.id = event.id();
        this.talentId = talentId;
        this.occurredAt = event.time();
        this.service = service;
        this.type = event.type();
        this.data = new TreeMap<>();
        event.data().properties().forEach(member -> keep(member.getKey(), member.getValue()));
    }

    private void keep(String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            data.put(name, value.asText());
        }
    }

    UUID id() {
        return id;
    }

    UUID talentId() {
        return talentId;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    String service() {
        return service;
    }

    String type() {
        return type;
    }

    Map<String, String> data() {
        return data;
    }
}
