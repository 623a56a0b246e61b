package cn.qingcheng.subsidy.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Evidence of an application by kind. */
@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    public List<Evidence> ofApplication(UUID applicationId) {
        return find("applicationId = ?1 order by kind", applicationId).list();
    }

    public Optional<Evidence> ofKind(UUID applicationId, String kind) {
        return find("applicationId = ?1 and kind = ?2", applicationId, kind).firstResultOptional();
    }
}
