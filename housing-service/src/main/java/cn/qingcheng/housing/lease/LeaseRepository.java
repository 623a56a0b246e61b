package cn.qingcheng.housing.lease;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class LeaseRepository implements PanacheRepositoryBase<Lease, UUID> {

    Optional<Lease> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Lease> lockedOf(UUID talentId, UUID id) {
        return find("id = ?1 and talentId = ?2", id, talentId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Lease> ofTalent(UUID talentId) {
        return list("talentId = ?1 order by id", talentId);
    }

    public List<Lease> ofUnit(UUID unitId) {
        return list("unitId = ?1 order by id", unitId);
    }

    List<Lease> search(@Nullable LeaseStatus status, @Nullable UUID after, int limit) {
        StringBuilder hql = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
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
                .createNativeQuery("select nextval('lease_number')", Long.class)
                .getSingleResult();
        return next.longValue();
    }
}
