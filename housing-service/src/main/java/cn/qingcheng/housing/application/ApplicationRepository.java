package cn.qingcheng.housing.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {

    public Optional<Application> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Application> lockedOf(UUID talentId, UUID id) {
        return find("id = ?1 and talentId = ?2", id, talentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Which round an application is for, without loading it: the round is locked before the application. */
    Optional<UUID> roundOf(UUID talentId, UUID id) {
        return getEntityManager()
                .createQuery("select roundId from Application where id = :id and talentId = :talent", UUID.class)
                .setParameter("id", id)
                .setParameter("talent", talentId)
                .getResultStream()
                .findFirst();
    }

    Optional<Application> of(UUID talentId, UUID id) {
        return find("id = ?1 and talentId = ?2", id, talentId).firstResultOptional();
    }

    List<Application> allOf(UUID talentId) {
        return list("talentId = ?1 order by id", talentId);
    }

    public List<Application> lockSubmitted(UUID roundId) {
        return find("roundId = ?1 and status = ?2 order by number", roundId, ApplicationStatus.SUBMITTED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public List<Application> lockByIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    public List<Application> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    List<Application> search(
            @Nullable UUID roundId, @Nullable ApplicationStatus status, @Nullable UUID after, int limit) {
        StringBuilder hql = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (roundId != null) {
            hql.append(" and roundId = :roundId");
            parameters.put("roundId", roundId);
        }
        if (status != null) {
            hql.append(" and status = :status");
            parameters.put("status", status);
        }
        if (after != null) {
            hql.append(" and id > :after");
            parameters.put("after", after);
        }
        return find(hql.append(" order by id").toString(), parameters)
                .page(0, limit)
                .list();
    }

    long nextNumber() {
        Number next = (Number) getEntityManager()
                .createNativeQuery("select nextval('application_number')", Long.class)
                .getSingleResult();
        return next.longValue();
    }
}
