package cn.qingcheng.talent.employer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds employers by the code everybody knows them by. */
@ApplicationScoped
class EmployerRepository implements PanacheRepositoryBase<Employer, UUID> {

    Optional<Employer> byCode(String unifiedSocialCreditCode) {
        return find("unifiedSocialCreditCode", unifiedSocialCreditCode).firstResultOptional();
    }
}
