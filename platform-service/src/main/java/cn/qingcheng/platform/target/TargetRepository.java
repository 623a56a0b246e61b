package cn.qingcheng.platform.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The targets. */
@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<Target, UUID> {

    Optional<Target> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    List<Target> of(Indicator indicator, String period) {
        return list("indicator = ?1 and period = ?2 order by code", indicator, period);
    }

    List<Target> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
