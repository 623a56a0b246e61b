package cn.qingcheng.talent.sync;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds uploads; a university finds only its own. */
@ApplicationScoped
class SyncBatchRepository implements PanacheRepositoryBase<SyncBatch, UUID> {

    Optional<SyncBatch> ofSource(UUID id, String source) {
        return find("id = ?1 and source = ?2", id, source).firstResultOptional();
    }

    /** Returns the uploads of a university, the newest first, those before a given one. */
    List<SyncBatch> page(String source, @Nullable UUID before, int most) {
        return before == null
                ? find("source = ?1 order by id desc", source).page(0, most).list()
                : find("source = ?1 and id < ?2 order by id desc", source, before)
                        .page(0, most)
                        .list();
    }

    void beat(UUID id) {
        getEntityManager()
                .createNativeQuery("update sync_batch set heartbeat_at = now() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Returns running uploads that have shown no sign of life for two minutes of real time. */
    @SuppressWarnings("unchecked")
    List<SyncBatch> abandoned(int most) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from sync_batch
                        where status = 'RUNNING' and heartbeat_at < now() - interval '2 minutes'
                        order by heartbeat_at for update skip locked""", SyncBatch.class)
                .setMaxResults(most)
                .getResultList();
    }
}
