package cn.qingcheng.housing.draw;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class DrawPlacementRepository implements PanacheRepositoryBase<DrawPlacement, UUID> {

    public List<DrawPlacement> of(UUID drawId) {
        return list("drawId = ?1 order by place", drawId);
    }
}
