package cn.qingcheng.housing.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class EstateRepository implements PanacheRepositoryBase<Estate, UUID> {

    public Optional<Estate> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public List<Estate> byCodes(Collection<String> codes) {
        return list("code in ?1", codes);
    }

    List<Estate> after(@Nullable String code, int limit) {
        return find("code > ?1 order by code", code == null ? "" : code)
                .page(0, limit)
                .list();
    }
}
