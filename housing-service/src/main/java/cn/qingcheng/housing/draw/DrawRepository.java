package cn.qingcheng.housing.draw;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class DrawRepository implements PanacheRepositoryBase<Draw, UUID> {

    /** The one draw of the round that is not voided. */
    public Optional<Draw> valid(UUID roundId) {
        return find("roundId = ?1 and status <> ?2", roundId, DrawStatus.VOIDED).firstResultOptional();
    }

    public List<Draw> of(UUID roundId) {
        return list("roundId = ?1 order by sequence", roundId);
    }

    int nextSequence(UUID roundId) {
        return (int) count("roundId", roundId) + 1;
    }

    boolean hadEntropy(UUID roundId, String entropy) {
        return count("roundId = ?1 and entropy = ?2 and status = ?3", roundId, entropy, DrawStatus.VOIDED) > 0;
    }
}
