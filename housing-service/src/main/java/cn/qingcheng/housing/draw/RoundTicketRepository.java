package cn.qingcheng.housing.draw;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RoundTicketRepository implements PanacheRepositoryBase<RoundTicket, UUID> {

    List<RoundTicket> of(UUID roundId) {
        return list("roundId = ?1 order by ticketId", roundId);
    }
}
