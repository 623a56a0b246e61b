package cn.qingcheng.platform.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The platforms. */
@ApplicationScoped
class PlatformRepository implements PanacheRepositoryBase<Platform, UUID> {

    List<Platform> byCodes(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1", codes);
    }

    /** Goes up with every change of any platform. */
    long revision() {
        return ((Number) getEntityManager()
                        .createNativeQuery("SELECT revision FROM catalogue_revision")
                        .getSingleResult())
                .longValue();
    }
}
