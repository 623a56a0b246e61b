package cn.qingcheng.talent.employer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds declarations; an employer finds only its own. */
@ApplicationScoped
class EmploymentRepository implements PanacheRepositoryBase<Employment, UUID> {

    Optional<Employment> ofEmployer(UUID id, String employerCode) {
        return find(
                        "from Employment e join fetch e.employer where e.id = ?1 and e.employer.unifiedSocialCreditCode = ?2",
                        id,
                        employerCode)
                .firstResultOptional();
    }

    boolean isDeclared(Employer employer, UUID talentId, YearMonth month) {
        return count("employer = ?1 and talentId = ?2 and socialInsuranceMonth = ?3", employer, talentId, month) > 0;
    }

    List<Employment> ofTalent(UUID talentId) {
        return list("talentId", talentId);
    }
}
