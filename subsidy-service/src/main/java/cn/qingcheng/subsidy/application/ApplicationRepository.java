package cn.qingcheng.subsidy.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications, by owner, by state and by what a job has to do. */
@ApplicationScoped
public class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {
    private static final Set<ApplicationStatus> OVER = EnumSet.of(
            ApplicationStatus.REJECTED,
            ApplicationStatus.WITHDRAWN,
            ApplicationStatus.LAPSED,
            ApplicationStatus.REVOKED);

    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('application_number_seq')")
                        .getSingleResult())
                .longValue();
    }

    public Optional<Application> own(UUID id, String accountId) {
        return find("id = ?1 and accountId = ?2", id, accountId).firstResultOptional();
    }

    public List<Application> ownAfter(String accountId, UUID after, int limit) {
        return find("accountId = ?1 and id > ?2 order by id", accountId, after)
                .page(0, limit)
                .list();
    }

    /** One that has been handed in: what a person has only drafted is nobody's business yet. */
    public Optional<Application> handedIn(UUID id) {
        return find("id = ?1 and progress.status <> ?2", id, ApplicationStatus.DRAFT)
                .firstResultOptional();
    }

    /** Those that have been handed in, all or of one state. */
    public List<Application> handedInAfter(@Nullable ApplicationStatus status, UUID after, int limit) {
        String handedIn = "id > ?1 and progress.status <> ?2";
        return status == null
                ? find(handedIn + " order by id", after, ApplicationStatus.DRAFT)
                        .page(0, limit)
                        .list()
                : find(handedIn + " and progress.status = ?3 order by id", after, ApplicationStatus.DRAFT, status)
                        .page(0, limit)
                        .list();
    }

    public boolean hasLive(UUID talentId, String schemeCode, String period) {
        return count(
                        "talentId = ?1 and schemeCode = ?2 and period = ?3 and progress.status not in ?4",
                        talentId,
                        schemeCode,
                        period,
                        OVER)
                > 0;
    }

    public Optional<Application> ofClaim(UUID claimId) {
        return find("claimId", claimId).firstResultOptional();
    }

    /** Cleared by the register and waiting for money, longest first. */
    public List<UUID> waitingForMoney(int limit) {
        return getEntityManager()
                .createQuery(
                        "select a.id from Application a where a.progress.status = :status and a.clearedAt is not null"
                                + " order by a.clearedAt",
                        UUID.class)
                .setParameter("status", ApplicationStatus.CLEARING)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Returned and not corrected in time; each job takes others than its peers in other instances. */
    public List<Application> lockOverdue(Instant now, int limit) {
        return find(
                        "progress.status = ?1 and correctionDueAt <= ?2 order by correctionDueAt",
                        ApplicationStatus.RETURNED_FOR_CORRECTION,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2)
                .page(0, limit)
                .list();
    }
}
