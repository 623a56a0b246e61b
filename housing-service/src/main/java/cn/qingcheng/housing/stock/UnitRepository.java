package cn.qingcheng.housing.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class UnitRepository implements PanacheRepositoryBase<Unit, UUID> {

    List<Unit> search(UnitSearch search, @Nullable String afterCode, int limit) {
        return find(search.condition(), search.parameters(afterCode))
                .page(0, limit)
                .list();
    }

    public List<Unit> byCodes(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1 order by code", codes);
    }

    public List<Unit> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by code", ids);
    }

    /** The unit, held against anyone else's step until the transaction ends. */
    public Optional<Unit> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    public List<Unit> lockPrepared(@Nullable String estateCode, int limit) {
        var prepared = estateCode == null
                ? find("status = ?1 order by code", UnitStatus.PREPARED)
                : find("status = ?1 and estateCode = ?2 order by code", UnitStatus.PREPARED, estateCode);
        return prepared.withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }

    public List<Unit> lockByCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : find("code in ?1 order by code", codes)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }
}
