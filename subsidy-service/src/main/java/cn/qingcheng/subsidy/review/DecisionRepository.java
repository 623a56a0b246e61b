package cn.qingcheng.subsidy.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Decisions of an application, oldest first. */
@ApplicationScoped
public class DecisionRepository implements PanacheRepositoryBase<Decision, UUID> {

    public List<Decision> ofApplication(UUID applicationId) {
        return find("applicationId = ?1 order by id", applicationId).list();
    }
}
