package cn.qingcheng.talent.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds people; education comes along, since every answer about a person needs it. */
@ApplicationScoped
public class TalentRepository implements PanacheRepositoryBase<Talent, UUID> {

    public Optional<Talent> byId(UUID id) {
        return find("from Talent t left join fetch t.educationRecords where t.id = ?1", id)
                .firstResultOptional();
    }

    public Optional<Talent> byAccount(String accountId) {
        return find("from Talent t left join fetch t.educationRecords where t.accountId = ?1", accountId)
                .firstResultOptional();
    }

    public Optional<Talent> byIdNumber(byte[] idNumberIndex) {
        return byIdNumbers(List.of(idNumberIndex)).stream().findFirst();
    }

    public List<Talent> byIdNumbers(Collection<byte[]> idNumberIndexes) {
        return idNumberIndexes.isEmpty()
                ? List.of()
                : list(
                        "from Talent t left join fetch t.educationRecords where t.sealedPerson.idNumberIndex in ?1",
                        idNumberIndexes);
    }

    /** Returns the people after a given one in the order they came to be known, one more than the page holds. */
    List<Talent> page(TalentFilter filter, @Nullable UUID after, int oneMoreThanPage) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        filter.apply(conditions, values);
        if (after != null) {
            conditions.add("t.id > :after");
            values.put("after", after);
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<UUID> page =
                getEntityManager().createQuery("select t.id from Talent t" + where + " order by t.id", UUID.class);
        values.forEach(page::setParameter);
        List<UUID> ids = page.setMaxResults(oneMoreThanPage).getResultList();
        return ids.isEmpty()
                ? List.of()
                : list("from Talent t left join fetch t.educationRecords where t.id in ?1 order by t.id", ids);
    }
}
