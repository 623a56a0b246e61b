package cn.qingcheng.subsidy.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Versions of schemes, foremost the one in force. */
@ApplicationScoped
public class SchemeVersionRepository implements PanacheRepositoryBase<SchemeVersion, UUID> {
    /** More than any city has in force at once; what asks for all of them asks for no more than this. */
    private static final int MAX_IN_FORCE = 500;

    public List<SchemeVersion> allInForce() {
        return inForceAfter("", MAX_IN_FORCE);
    }

    /** In the order of their codes, after the given one. */
    public List<SchemeVersion> inForceAfter(String schemeCode, int limit) {
        return find(
                        "from SchemeVersion v join fetch v.scheme s where v.status = ?1 and s.code > ?2 order by s.code",
                        VersionStatus.IN_FORCE,
                        schemeCode)
                .page(0, limit)
                .list();
    }

    public Optional<SchemeVersion> inForce(String schemeCode) {
        return find("scheme.code = ?1 and status = ?2", schemeCode, VersionStatus.IN_FORCE)
                .firstResultOptional();
    }

    public Optional<SchemeVersion> numbered(String schemeCode, int number) {
        return find("scheme.code = ?1 and number = ?2", schemeCode, number).firstResultOptional();
    }

    public int highestNumber(UUID schemeId) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(v.number), 0) from SchemeVersion v where v.scheme.id = :id", Integer.class)
                .setParameter("id", schemeId)
                .getSingleResult();
    }
}
