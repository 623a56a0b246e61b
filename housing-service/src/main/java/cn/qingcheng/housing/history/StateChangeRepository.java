package cn.qingcheng.housing.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class StateChangeRepository implements PanacheRepositoryBase<StateChange, UUID> {

    public List<StateChange> of(SubjectType type, UUID subjectId) {
        return list("subjectType = ?1 and subjectId = ?2 order by id", type, subjectId);
    }

    /** The changes of several subjects of any kind, in the order in which they happened. */
    public List<StateChange> ofAll(Collection<UUID> subjectIds) {
        return subjectIds.isEmpty() ? List.of() : list("subjectId in ?1 order by id", subjectIds);
    }
}
