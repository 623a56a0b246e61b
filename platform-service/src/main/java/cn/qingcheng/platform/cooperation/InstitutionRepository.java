package cn.qingcheng.platform.cooperation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The institutions. */
@ApplicationScoped
class InstitutionRepository implements PanacheRepositoryBase<Institution, UUID> {

    List<Institution> byCodes(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1", codes);
    }

    List<Institution> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
