package cn.qingcheng.housing.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UnitImportRowRepository implements PanacheRepositoryBase<UnitImportRow, UUID> {

    /** Which of these units an earlier row of the same import was already about. */
    Set<String> takenIn(UUID importId, Collection<String> unitCodes) {
        if (unitCodes.isEmpty()) {
            return new HashSet<>();
        }
        return find("importId = ?1 and unitCode in ?2 and outcome <> ?3", importId, unitCodes, RowOutcome.REJECTED)
                .stream()
                .map(UnitImportRow::unitCode)
                .collect(Collectors.toCollection(HashSet::new));
    }

    List<UnitImportRow> after(UUID importId, @Nullable RowOutcome outcome, long rowNumber, int limit) {
        var rows = outcome == null
                ? find("importId = ?1 and rowNumber > ?2 order by rowNumber", importId, rowNumber)
                : find(
                        "importId = ?1 and rowNumber > ?2 and outcome = ?3 order by rowNumber",
                        importId,
                        rowNumber,
                        outcome);
        return rows.page(0, limit).list();
    }
}
