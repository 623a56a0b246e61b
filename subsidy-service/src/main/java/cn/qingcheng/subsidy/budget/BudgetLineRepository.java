package cn.qingcheng.subsidy.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Budget lines by code. */
@ApplicationScoped
public class BudgetLineRepository implements PanacheRepositoryBase<BudgetLine, UUID> {

    public Optional<BudgetLine> withCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
