package cn.qingcheng.subsidy.publicity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Objections by application and state. */
@ApplicationScoped
public class ObjectionRepository implements PanacheRepositoryBase<Objection, UUID> {

    long countOpen(UUID applicationId) {
        return count("applicationId = ?1 and status = ?2", applicationId, ObjectionStatus.OPEN);
    }

    List<Objection> after(ObjectionStatus status, UUID after, int limit) {
        return find("status = ?1 and id > ?2 order by id", status, after)
                .page(0, limit)
                .list();
    }
}
