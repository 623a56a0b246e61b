package cn.qingcheng.housing.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class OfferRepository implements PanacheRepositoryBase<Offer, UUID> {

    private static final String NEXT_IN_LINE = """
            select a.id
              from draw d
              join draw_placement p on p.draw_id = d.id and not p.struck
              join application a on a.id = p.application_id and a.status = 'WAITLISTED'
              join application_wish w on w.application_id = a.id and w.unit_id = :unit
             where d.round_id = :round and d.status = 'PUBLISHED'
             order by p.place
             limit 1
            """;

    public Optional<Offer> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    public List<Offer> ofUnit(UUID unitId) {
        return list("unitId = ?1 order by id", unitId);
    }

    List<Offer> ofTalent(UUID talentId) {
        return list("talentId = ?1 order by id", talentId);
    }

    /** Which round an offer is of, without loading it: the round is locked before the offer. */
    Optional<UUID> roundOf(UUID offerId) {
        return getEntityManager()
                .createQuery("select roundId from Offer where id = :id", UUID.class)
                .setParameter("id", offerId)
                .getResultStream()
                .findFirst();
    }

    /** Whose application an accepted offer is the answer to, without loading it. */
    public Optional<UUID> applicationOf(UUID offerId) {
        return getEntityManager()
                .createQuery("select applicationId from Offer where id = :id and status = :accepted", UUID.class)
                .setParameter("id", offerId)
                .setParameter("accepted", OfferStatus.ACCEPTED)
                .getResultStream()
                .findFirst();
    }

    boolean isOf(UUID talentId, UUID offerId) {
        return count("id = ?1 and talentId = ?2", offerId, talentId) > 0;
    }

    List<UUID> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from Offer where status = :active and expiresAt <= :now order by expiresAt, id",
                        UUID.class)
                .setParameter("active", OfferStatus.ACTIVE)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first in the published line who still waits and wished this unit. */
    Optional<UUID> nextInLine(UUID roundId, UUID unitId) {
        flush();
        for (Object id : getEntityManager()
                .createNativeQuery(NEXT_IN_LINE, UUID.class)
                .setParameter("round", roundId)
                .setParameter("unit", unitId)
                .getResultList()) {
            return Optional.of((UUID) id);
        }
        return Optional.empty();
    }
}
