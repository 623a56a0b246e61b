package cn.qingcheng.housing.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class BuildingRepository implements PanacheRepositoryBase<Building, UUID> {

    public List<Building> ofEstates(Collection<Estate> estates) {
        return estates.isEmpty() ? List.of() : list("estate in ?1", estates);
    }
}
