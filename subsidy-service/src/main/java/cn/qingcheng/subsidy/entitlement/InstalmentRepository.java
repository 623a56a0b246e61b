package cn.qingcheng.subsidy.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Instalments, foremost those that are due. */
@ApplicationScoped
public class InstalmentRepository implements PanacheRepositoryBase<Instalment, UUID> {

    /** Those of an application that the bank returned. */
    public List<Instalment> returned(UUID applicationId) {
        return find(
                        "entitlement.applicationId = ?1 and status = ?2 order by id",
                        applicationId,
                        InstalmentStatus.RETURNED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Due and in no payment, or returned and corrected; locked so that two batches cannot both take one. */
    public List<Instalment> lockDue(String schemeCode, String period, int limit) {
        return find(
                        "from Instalment i join fetch i.entitlement where i.schemeCode = ?1 and i.period = ?2"
                                + " and (i.status = ?3 or (i.status = ?4 and i.payeeCorrectedAt is not null)) order by i.id",
                        schemeCode,
                        period,
                        InstalmentStatus.PLANNED,
                        InstalmentStatus.RETURNED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit)
                .list();
    }
}
