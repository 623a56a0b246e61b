package cn.qingcheng.subsidy.disbursement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Return files and their lines. */
@ApplicationScoped
public class BankReturnRepository implements PanacheRepositoryBase<BankReturn, UUID> {

    /** A line with the file it stands in. */
    public record FoundLine(UUID bankReturnId, int lineNumber, BankReturn file, ReturnLine line) {}

    Optional<BankReturn> withDigest(UUID batchId, String digest) {
        return find("batchId = ?1 and digest = ?2", batchId, digest).firstResultOptional();
    }

    List<FoundLine> linesAfter(UUID batchId, @Nullable LineOutcome outcome, UUID file, int line, int limit) {
        TypedQuery<Object[]> query = getEntityManager()
                .createQuery(
                        "select r, l from BankReturn r join r.lines l where r.batchId = :batch"
                                + (outcome == null ? "" : " and l.outcome = :outcome")
                                + " and (r.id > :file or (r.id = :file and l.lineNumber > :line))"
                                + " order by r.id, l.lineNumber",
                        Object[].class)
                .setParameter("batch", batchId)
                .setParameter("file", file)
                .setParameter("line", line);
        if (outcome != null) {
            query.setParameter("outcome", outcome);
        }
        return found(query.setMaxResults(limit));
    }

    /** What the bank ever said of a payment. */
    public List<FoundLine> ofPayment(UUID paymentId) {
        return found(getEntityManager()
                .createQuery(
                        "select r, l from BankReturn r join r.lines l where l.paymentId = :payment"
                                + " order by r.id, l.lineNumber",
                        Object[].class)
                .setParameter("payment", paymentId));
    }

    private static List<FoundLine> found(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> {
                    BankReturn file = (BankReturn) row[0];
                    ReturnLine line = (ReturnLine) row[1];
                    return new FoundLine(file.id(), line.lineNumber(), file, line);
                })
                .toList();
    }
}
