package cn.qingcheng.subsidy.applicant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** People by their account or talent id. */
@ApplicationScoped
public class ApplicantRepository implements PanacheRepositoryBase<Applicant, UUID> {

    public Optional<Applicant> ofAccount(String accountId) {
        return find("accountId", accountId).firstResultOptional();
    }

    /** An account belongs to one person; when records were merged it moves to the one that is left. */
    void takeAccountFromOthers(String accountId, UUID talentId) {
        update("accountId = null where accountId = ?1 and talentId <> ?2", accountId, talentId);
    }
}
