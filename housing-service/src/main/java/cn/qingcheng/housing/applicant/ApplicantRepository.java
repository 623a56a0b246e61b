package cn.qingcheng.housing.applicant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class ApplicantRepository implements PanacheRepositoryBase<Applicant, UUID> {

    public Optional<Applicant> byAccount(String accountId) {
        return find("accountId = ?1 order by updatedAt desc", accountId).firstResultOptional();
    }
}
