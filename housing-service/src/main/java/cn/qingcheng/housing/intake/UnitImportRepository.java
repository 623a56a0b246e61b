package cn.qingcheng.housing.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class UnitImportRepository implements PanacheRepositoryBase<UnitImport, UUID> {}
