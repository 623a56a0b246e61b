package cn.qingcheng.subsidy.publicity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists, and the places of applications in them. */
@ApplicationScoped
public class PublicityRepository implements PanacheRepositoryBase<PublicityList, UUID> {

    /** The next issue of a week, told to one transaction at a time. */
    int nextIssue(String schemeCode, String week) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:list, 0))")
                .setParameter("list", "publicity/" + schemeCode + "/" + week)
                .getResultList();
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(issue), 0) + 1 from publicity_list"
                                + " where scheme_code = :scheme and week = :week")
                        .setParameter("scheme", schemeCode)
                        .setParameter("week", week)
                        .getSingleResult())
                .intValue();
    }

    /** Newest first. */
    List<PublicityList> before(UUID before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }

    void add(PublicityEntry entry) {
        getEntityManager().persist(entry);
    }

    public Optional<PublicityEntry> entryOf(UUID applicationId) {
        return Optional.ofNullable(getEntityManager().find(PublicityEntry.class, applicationId));
    }

    Optional<PublicityEntry> entry(UUID listId, String applicationNumber) {
        return getEntityManager()
                .createQuery(
                        "from PublicityEntry e where e.listId = :list and e.applicationNumber = :number",
                        PublicityEntry.class)
                .setParameter("list", listId)
                .setParameter("number", applicationNumber)
                .getResultStream()
                .findFirst();
    }

    /** Applications whose working days are over. */
    List<UUID> due(Instant now, int limit) {
        List<?> found = getEntityManager()
                .createNativeQuery("select e.application_id from publicity_entry e"
                        + " join publicity_list l on l.id = e.list_id join application a on a.id = e.application_id"
                        + " where e.closed_at is null and l.closes_at <= :now and a.status = 'PUBLICITY'"
                        + " order by e.application_id limit :limit")
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Takes one that is still due, unless another instance has it in hand. */
    boolean lockDue(UUID applicationId) {
        return !getEntityManager()
                .createNativeQuery("select e.application_id from publicity_entry e"
                        + " join application a on a.id = e.application_id"
                        + " where e.application_id = :id and e.closed_at is null and a.status = 'PUBLICITY'"
                        + " for update of e, a skip locked")
                .setParameter("id", applicationId)
                .getResultList()
                .isEmpty();
    }
}
