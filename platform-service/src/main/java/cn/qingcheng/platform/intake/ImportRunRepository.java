package cn.qingcheng.platform.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The imports. */
@ApplicationScoped
class ImportRunRepository implements PanacheRepositoryBase<ImportRun, UUID> {

    /** Lets one import of a kind write at a time, to the end of the transaction: two would race for the same codes. */
    void takeTurn(ImportKind kind) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('import/' || :kind, 0))")
                .setParameter("kind", kind.name())
                .getSingleResult();
    }
}
