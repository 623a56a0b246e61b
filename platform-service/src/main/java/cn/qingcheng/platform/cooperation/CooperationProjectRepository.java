package cn.qingcheng.platform.cooperation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cooperation projects. */
@ApplicationScoped
class CooperationProjectRepository implements PanacheRepositoryBase<CooperationProject, UUID> {

    List<CooperationProject> byCodes(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1", codes);
    }

    List<CooperationProject> after(String code, @Nullable String institution, @Nullable String enterprise, int limit) {
        String conditions = "code > :code"
                + (institution == null ? "" : " and institutionCode = :institution")
                + (enterprise == null ? "" : " and enterpriseCode = :enterprise");
        Map<String, Object> values = new HashMap<>(Map.of("code", code));
        if (institution != null) {
            values.put("institution", institution);
        }
        if (enterprise != null) {
            values.put("enterprise", enterprise);
        }
        return find(conditions + " order by code", values).page(0, limit).list();
    }

    /** How many projects these institutions have; one without any is not in the map. */
    Map<String, Long> countsOf(Collection<String> institutionCodes) {
        return getEntityManager()
                .createQuery(
                        "select p.institutionCode, count(*) from CooperationProject p"
                                + " where p.institutionCode in :codes group by p.institutionCode",
                        Object[].class)
                .setParameter("codes", institutionCodes)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
