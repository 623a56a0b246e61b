package cn.qingcheng.subsidy.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Schemes by code. */
@ApplicationScoped
public class SchemeRepository implements PanacheRepositoryBase<Scheme, UUID> {

    public Optional<Scheme> withCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
