package cn.qingcheng.housing.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ReleaseBatchRepository implements PanacheRepositoryBase<ReleaseBatch, UUID> {

    boolean isNamed(String name) {
        return count("name", name) > 0;
    }

    List<ReleaseBatch> after(@Nullable UUID id, int limit) {
        var batches = id == null ? find("order by id") : find("id > ?1 order by id", id);
        return batches.page(0, limit).list();
    }
}
