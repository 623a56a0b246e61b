package cn.qingcheng.subsidy.disbursement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches. */
@ApplicationScoped
public class BatchRepository implements PanacheRepositoryBase<DisbursementBatch, UUID> {

    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('batch_number_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** Held still, so that two return files of one batch are taken in one after the other. */
    Optional<DisbursementBatch> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<DisbursementBatch> after(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
