package cn.qingcheng.subsidy.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledger's transactions, and the balances the database keeps of them. */
@ApplicationScoped
public class LedgerRepository implements PanacheRepositoryBase<LedgerTransaction, UUID> {

    /** Opens a line's accounts at zero. */
    void openAccounts(UUID budgetLineId) {
        for (AccountKind kind : AccountKind.values()) {
            getEntityManager()
                    .createNativeQuery("insert into ledger_account (budget_line_id, kind) values (:line, :kind)")
                    .setParameter("line", budgetLineId)
                    .setParameter("kind", kind.name())
                    .executeUpdate();
        }
    }

    /** What an account holds, held still until the transaction ends. */
    long lockBalance(UUID budgetLineId, AccountKind kind) {
        flush();
        return ((Number) getEntityManager()
                        .createNativeQuery("select balance_fen from ledger_account"
                                + " where budget_line_id = :line and kind = :kind for update")
                        .setParameter("line", budgetLineId)
                        .setParameter("kind", kind.name())
                        .getSingleResult())
                .longValue();
    }

    public Balances balances(UUID budgetLineId) {
        Map<AccountKind, Long> fen = new EnumMap<>(AccountKind.class);
        for (Object found : getEntityManager()
                .createNativeQuery("select kind, balance_fen from ledger_account where budget_line_id = :line")
                .setParameter("line", budgetLineId)
                .getResultList()) {
            Object[] row = (Object[]) found;
            fen.put(AccountKind.valueOf((String) row[0]), ((Number) row[1]).longValue());
        }
        return new Balances(fen);
    }

    /** The sum of all entries of one side, which must equal that of the other. */
    public long sum(UUID budgetLineId, EntrySide side) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(sum(amount_fen), 0) from ledger_entry"
                                + " where budget_line_id = :line and side = :side")
                        .setParameter("line", budgetLineId)
                        .setParameter("side", side.name())
                        .getSingleResult())
                .longValue();
    }

    /** In the order they were made, after the given one. */
    public List<LedgerTransaction> ofLineAfter(UUID budgetLineId, UUID after, int limit) {
        return find("budgetLineId = ?1 and id > ?2 order by id", budgetLineId, after)
                .page(0, limit)
                .list();
    }

    /** What appropriations had been made when something else happened. */
    public List<LedgerTransaction> appropriationsBefore(UUID budgetLineId, UUID transactionId, int limit) {
        return find(
                        "budgetLineId = ?1 and movement = ?2 and id < ?3 order by id",
                        budgetLineId,
                        Movement.APPROPRIATE,
                        transactionId)
                .page(0, limit)
                .list();
    }

    /** All movements one thing caused. */
    public List<LedgerTransaction> causedBy(ReferenceType type, UUID referenceId) {
        return find("referenceType = ?1 and referenceId = ?2 order by id", type, referenceId.toString())
                .list();
    }
}
