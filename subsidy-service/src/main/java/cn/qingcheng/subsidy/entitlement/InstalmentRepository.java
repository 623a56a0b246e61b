package cn.qingcheng.subsidy.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Instalments, foremost those that are due. */
@ApplicationScoped
public class InstalmentRepository implements PanacheRepositoryBase<Instalment, UUID> {

    /** Due and not yet in any payment, locked so that two batches cannot both take one. */
    public List<Instalment> lockDue(String schemeCode, String period, int limit) {
        return find(
                        "from Instalment i join fetch i.entitlement where i.schemeCode = ?1 and i.period = ?2"
                                + " and i.status = ?3 order by i.id",
                        schemeCode,
                        period,
                        InstalmentStatus.PLANNED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }
}
