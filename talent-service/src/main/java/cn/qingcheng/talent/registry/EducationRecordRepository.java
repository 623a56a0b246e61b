package cn.qingcheng.talent.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds what a university has reported by the university's own names. */
@ApplicationScoped
public class EducationRecordRepository implements PanacheRepositoryBase<EducationRecord, UUID> {

    public List<EducationRecord> ofSource(String source, Collection<String> externalIds) {
        return externalIds.isEmpty() ? List.of() : list("""
                        from EducationRecord e join fetch e.talent t left join fetch t.educationRecords
                        where e.key.source = ?1 and e.key.externalId in ?2""", source, externalIds);
    }
}
