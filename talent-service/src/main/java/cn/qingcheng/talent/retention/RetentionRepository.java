package cn.qingcheng.talent.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps who is confirmed. */
@ApplicationScoped
class RetentionRepository implements PanacheRepositoryBase<Retention, UUID> {}
