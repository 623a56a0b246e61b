package cn.qingcheng.talent.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads a person's journey in the order it happened. */
@ApplicationScoped
class TimelineRepository implements PanacheRepositoryBase<TimelineEntry, UUID> {

    List<TimelineEntry> first(UUID talentId, int most) {
        return find("talentId = ?1 order by occurredAt, id", talentId)
                .page(0, most)
                .list();
    }

    List<TimelineEntry> after(UUID talentId, Instant occurredAt, UUID id, int most) {
        return find("talentId = ?1 and (occurredAt, id) > (?2, ?3) order by occurredAt, id", talentId, occurredAt, id)
                .page(0, most)
                .list();
    }
}
