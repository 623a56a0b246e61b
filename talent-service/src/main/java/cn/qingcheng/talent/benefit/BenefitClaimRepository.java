package cn.qingcheng.talent.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what people hold and claimed. */
@ApplicationScoped
class BenefitClaimRepository implements PanacheRepositoryBase<BenefitClaim, UUID> {

    Optional<BenefitClaim> heldOfGroup(UUID talentId, String exclusionGroup) {
        return find(
                        "talentId = ?1 and exclusionGroup = ?2 and status = ?3",
                        talentId,
                        exclusionGroup,
                        BenefitStatus.HELD)
                .firstResultOptional();
    }

    /** Returns all claims of the person, the oldest first; a person makes a handful in her life. */
    List<BenefitClaim> ofTalent(UUID talentId, int most) {
        return find("talentId = ?1 order by decidedAt, id", talentId)
                .page(0, most)
                .list();
    }

    /** Decisions about one person wait for each other until the transaction ends, whichever service claims. */
    void takeTurns(UUID talentId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .setParameter("name", "benefit/" + talentId)
                .getSingleResult();
    }
}
