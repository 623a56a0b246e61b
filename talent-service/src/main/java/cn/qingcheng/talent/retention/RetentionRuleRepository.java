package cn.qingcheng.talent.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Finds the rule of a day. */
@ApplicationScoped
class RetentionRuleRepository implements PanacheRepositoryBase<RetentionRule, String> {

    Optional<RetentionRule> inForce(LocalDate day) {
        return listAll().stream().filter(rule -> rule.isInForce(day)).findFirst();
    }
}
