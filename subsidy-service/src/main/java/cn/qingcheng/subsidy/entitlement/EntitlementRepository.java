package cn.qingcheng.subsidy.entitlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Entitlements by the application they came of. */
@ApplicationScoped
public class EntitlementRepository implements PanacheRepositoryBase<Entitlement, UUID> {

    public Optional<Entitlement> ofApplication(UUID applicationId) {
        return find("applicationId", applicationId).firstResultOptional();
    }
}
