package cn.qingcheng.subsidy.disbursement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments by batch, person and state. */
@ApplicationScoped
public class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    long nextNumber() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('payment_number_seq')")
                        .getSingleResult())
                .longValue();
    }

    public List<Payment> ofBatch(UUID batchId) {
        return find("batch.id = ?1 order by id", batchId).list();
    }

    long unanswered(UUID batchId) {
        flush();
        return count("batch.id = ?1 and status in ?2", batchId, List.of(PaymentStatus.READY, PaymentStatus.SENT));
    }

    List<Payment> after(@Nullable UUID batchId, @Nullable PaymentStatus status, UUID after, int limit) {
        StringBuilder query = new StringBuilder("id > :after");
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        if (batchId != null) {
            query.append(" and batch.id = :batch");
            parameters.put("batch", batchId);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(query.append(" order by id").toString(), parameters)
                .page(0, limit)
                .list();
    }
}
