package cn.qingcheng.talent.sync;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the results of an upload in the order of its rows. */
@ApplicationScoped
class SyncResultRepository implements PanacheRepositoryBase<SyncResult, ResultKey> {

    List<SyncResult> after(UUID batchId, long row, @Nullable RowOutcome outcome, int most) {
        return outcome == null
                ? find("key.batchId = ?1 and key.row > ?2 order by key.row", batchId, row)
                        .page(0, most)
                        .list()
                : find("key.batchId = ?1 and outcome = ?3 and key.row > ?2 order by key.row", batchId, row, outcome)
                        .page(0, most)
                        .list();
    }

    /** Returns those of the ids that earlier rows of the upload have used with success. */
    Set<String> taken(UUID batchId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(getEntityManager()
                        .createQuery("""
                                select r.externalId from SyncResult r
                                where r.key.batchId = :batch and r.externalId in :ids and r.outcome <> :rejected""", String.class)
                        .setParameter("batch", batchId)
                        .setParameter("ids", externalIds)
                        .setParameter("rejected", RowOutcome.REJECTED)
                        .getResultList());
    }
}
