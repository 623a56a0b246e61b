package cn.qingcheng.platform.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the imports. */
@ApplicationScoped
class ImportedRowRepository implements PanacheRepositoryBase<ImportedRow, UUID> {

    /** Which of these codes an earlier row of the import has taken. */
    Set<String> takenAmong(Collection<String> codes, UUID importId) {
        return new HashSet<>(find(
                        "select r.code from ImportedRow r where r.importId = ?1 and r.code in ?2 and r.outcome <> ?3",
                        importId,
                        codes,
                        RowOutcome.REJECTED)
                .project(String.class)
                .list());
    }

    List<ImportedRow> after(UUID importId, @Nullable RowOutcome outcome, long rowNumber, int limit) {
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
