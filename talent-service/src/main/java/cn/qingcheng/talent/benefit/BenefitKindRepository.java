package cn.qingcheng.talent.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of benefit the register knows. */
@ApplicationScoped
class BenefitKindRepository implements PanacheRepositoryBase<BenefitKind, String> {}
