package cn.qingcheng.housing.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class RoundRepository implements PanacheRepositoryBase<Round, UUID> {

    /** The round, held until the transaction ends: steps of one round come one after the other. */
    public Optional<Round> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The round, held open: it cannot be closed before this transaction ends, but others may hold it likewise. */
    public Optional<Round> heldOpen(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }

    boolean isCoded(String code) {
        return count("code", code) > 0;
    }

    List<Round> after(@Nullable UUID id, int limit) {
        var rounds = id == null ? find("order by id") : find("id > ?1 order by id", id);
        return rounds.page(0, limit).list();
    }

    void addUnits(UUID roundId, Collection<UUID> unitIds) {
        getEntityManager()
                .createNativeQuery(
                        "insert into round_unit (round_id, unit_id) select :round, id from unit where id in (:units)")
                .setParameter("round", roundId)
                .setParameter("units", unitIds)
                .executeUpdate();
    }

    /** Which of these units a round already has to give. */
    Set<UUID> unitsInRounds(Collection<UUID> unitIds) {
        return ids("select unit_id from round_unit where live and unit_id in (:units)", "units", unitIds);
    }

    /** The units that this round has to give, whatever their state. */
    public Set<UUID> unitsOf(UUID roundId) {
        return ids("select unit_id from round_unit where live and round_id = :round", "round", roundId);
    }

    /** The numbers of all units the round began with, leased ones too. */
    public List<String> unitCodesEverOf(UUID roundId) {
        List<String> codes = new ArrayList<>();
        for (Object code : getEntityManager()
                .createNativeQuery(
                        "select u.code from round_unit r join unit u on u.id = r.unit_id where r.round_id = :round"
                                + " order by u.code",
                        String.class)
                .setParameter("round", roundId)
                .getResultList()) {
            codes.add((String) code);
        }
        return codes;
    }

    /** The rounds that have, or once had, this unit to give. */
    public List<Round> everWith(UUID unitId) {
        return list(
                "id in ?1 order by id", ids("select round_id from round_unit where unit_id = :unit", "unit", unitId));
    }

    /** A leased unit is no longer this round's to give. */
    public void unitLeaves(UUID unitId) {
        getEntityManager()
                .createNativeQuery("update round_unit set live = false where live and unit_id = :unit")
                .setParameter("unit", unitId)
                .executeUpdate();
    }

    private Set<UUID> ids(String sql, String name, Object value) {
        Set<UUID> ids = new HashSet<>();
        for (Object id : getEntityManager()
                .createNativeQuery(sql, UUID.class)
                .setParameter(name, value)
                .getResultList()) {
            ids.add((UUID) id);
        }
        return ids;
    }
}
